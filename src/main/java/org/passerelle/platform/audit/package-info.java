/// The invariants of the books, each asked of all operators (reliability.md §6, R-32).
@NullMarked
@NamedInterface("audit")
package org.passerelle.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
