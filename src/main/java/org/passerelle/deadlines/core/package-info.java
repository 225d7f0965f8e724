/// The clocks: pure functions from what is known to due days.
@NullMarked
@NamedInterface("core")
package org.passerelle.deadlines.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
