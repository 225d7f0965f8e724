@NullMarked
package org.passerelle.gatherings.core;

import org.jspecify.annotations.NullMarked;
