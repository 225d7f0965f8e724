/// The bank: statements in, matched against invoices and orders; transfers out, as one file that never changes.
/// A statement line is matched at most once (I-5); a payment is ordered at most once.
@NullMarked
@ApplicationModule(
        displayName = "Banking",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "law",
            "operators",
            "people",
            "invoicing",
            "ledger"
        })
package org.passerelle.banking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
