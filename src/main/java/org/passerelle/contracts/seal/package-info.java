@NullMarked
package org.passerelle.contracts.seal;

import org.jspecify.annotations.NullMarked;
