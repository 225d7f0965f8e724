/// SQL of the bank.
@NullMarked
package org.passerelle.banking.store;

import org.jspecify.annotations.NullMarked;
