@NullMarked
package org.passerelle.frames;

import org.jspecify.annotations.NullMarked;
