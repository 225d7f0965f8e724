/// The clocks: pure functions from what is known to due days.
@NullMarked
package org.passerelle.deadlines.core;

import org.jspecify.annotations.NullMarked;
