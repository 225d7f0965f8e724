/// The client's own pages, without an account: what waits, invoices and how to pay them, days to approve or contest.
/// Opened by a link that came by mail, that ends and that the gestionnaire may revoke.
@NullMarked
@ApplicationModule(
        displayName = "Client pages",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "operators",
            "people",
            "clients",
            "missions",
            "contracts",
            "activity",
            "invoicing",
            "ledger"
        })
package org.passerelle.clientspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
