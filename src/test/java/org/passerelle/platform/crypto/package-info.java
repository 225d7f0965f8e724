@NullMarked
package org.passerelle.platform.crypto;

import org.jspecify.annotations.NullMarked;
