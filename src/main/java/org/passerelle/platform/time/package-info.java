/// One clock, and the day it is in Paris.
@NullMarked
@NamedInterface("time")
package org.passerelle.platform.time;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
