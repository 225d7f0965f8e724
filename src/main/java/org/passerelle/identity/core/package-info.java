@NullMarked
package org.passerelle.identity.core;

import org.jspecify.annotations.NullMarked;
