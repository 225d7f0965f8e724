@NullMarked
package org.passerelle.contracts.core;

import org.jspecify.annotations.NullMarked;
