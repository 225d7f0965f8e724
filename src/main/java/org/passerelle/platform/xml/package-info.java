/// The one place where XML is parsed and written (S-30).
@NullMarked
@NamedInterface("xml")
package org.passerelle.platform.xml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
