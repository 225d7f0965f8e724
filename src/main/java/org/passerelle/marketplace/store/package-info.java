@NullMarked
package org.passerelle.marketplace.store;

import org.jspecify.annotations.NullMarked;
