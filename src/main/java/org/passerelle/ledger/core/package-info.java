/// The chart of accounts and the FEC: pure.
@NullMarked
package org.passerelle.ledger.core;

import org.jspecify.annotations.NullMarked;
