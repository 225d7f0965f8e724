/// What an invoice must hold, say and look like (IN-10 to IN-35, CO-01 to CO-11, formats: Factur-X EN 16931).
/// Pure: records in, findings and bytes out.
@NullMarked
@NamedInterface("core")
package org.passerelle.invoicing.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
