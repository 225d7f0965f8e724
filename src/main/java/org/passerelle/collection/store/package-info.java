@NullMarked
package org.passerelle.collection.store;

import org.jspecify.annotations.NullMarked;
