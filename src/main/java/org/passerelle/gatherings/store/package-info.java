@NullMarked
package org.passerelle.gatherings.store;

import org.jspecify.annotations.NullMarked;
