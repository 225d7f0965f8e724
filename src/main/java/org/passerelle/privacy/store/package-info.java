@NullMarked
package org.passerelle.privacy.store;

import org.jspecify.annotations.NullMarked;
