/// The worker's activity account (PS-60, CA-12): a reading of the ledger's 901xxx accounts, never a second balance;
/// the fee, the reserve, and what can be paid. Its `core` is the waterfall (PS-61).
@NullMarked
@ApplicationModule(
        displayName = "Compte",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "operators",
            "people",
            "invoicing",
            "ledger"
        })
package org.passerelle.compte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
