@NullMarked
package org.passerelle.privacy.core;

import org.jspecify.annotations.NullMarked;
