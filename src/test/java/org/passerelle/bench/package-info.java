/// Speed and memory, measured: `./passerelle bench`. Nothing here is a test.
@NullMarked
package org.passerelle.bench;

import org.jspecify.annotations.NullMarked;
