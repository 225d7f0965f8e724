/// What people hand in: told by its content, bounded, cleaned, or refused with a reason (S-33).
@NullMarked
@NamedInterface("intake")
package org.passerelle.documents.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
