/// Sealed fields: NIR, IBAN and the like, readable only with the master key (S-40).
@NullMarked
@NamedInterface("crypto")
package org.passerelle.platform.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
