/// The way out of a contract, as pure functions.
@NullMarked
package org.passerelle.exits.core;

import org.jspecify.annotations.NullMarked;
