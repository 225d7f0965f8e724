/// The double-entry book of an operator: journals, entries, lettrage, closing, FEC. Knows no business.
/// An entry never changes; a mistake is corrected by its reversal.
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "platform :: *", "identity", "documents", "operators"})
package org.passerelle.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
