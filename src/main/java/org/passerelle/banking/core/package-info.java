/// Decisions of the bank, as pure functions: reading camt.053, matching, writing pain.001.
@NullMarked
package org.passerelle.banking.core;

import org.jspecify.annotations.NullMarked;
