/// SQL of the book.
@NullMarked
package org.passerelle.ledger.store;

import org.jspecify.annotations.NullMarked;
