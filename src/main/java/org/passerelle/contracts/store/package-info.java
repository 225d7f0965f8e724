@NullMarked
package org.passerelle.contracts.store;

import org.jspecify.annotations.NullMarked;
