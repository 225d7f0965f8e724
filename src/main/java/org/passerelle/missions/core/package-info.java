/// From terms to a question on frames, and from the answer to a verdict. Pure.
@NullMarked
package org.passerelle.missions.core;

import org.jspecify.annotations.NullMarked;
