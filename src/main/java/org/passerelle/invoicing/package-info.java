/// Invoices and credit notes, from the draft to the last payment.
/// An issued invoice never changes; a credit note corrects it (IN-02, IN-03).
@NullMarked
@ApplicationModule(
        displayName = "Invoicing",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "operators",
            "people",
            "clients",
            "missions",
            "activity",
            "ledger"
        })
package org.passerelle.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
