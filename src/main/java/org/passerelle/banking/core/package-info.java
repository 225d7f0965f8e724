/// Decisions of the bank, as pure functions: reading camt.053, matching, writing pain.001.
@NullMarked
@NamedInterface("core")
package org.passerelle.banking.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
