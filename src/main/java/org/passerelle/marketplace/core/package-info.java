@NullMarked
package org.passerelle.marketplace.core;

import org.jspecify.annotations.NullMarked;
