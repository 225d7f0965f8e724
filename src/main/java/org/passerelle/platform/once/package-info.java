/// Each act once, however often it is asked for.
@NullMarked
@NamedInterface("once")
package org.passerelle.platform.once;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
