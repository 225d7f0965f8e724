/// Legal entities in the database.
@NullMarked
package org.passerelle.operators.store;

import org.jspecify.annotations.NullMarked;
