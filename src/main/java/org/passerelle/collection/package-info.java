/// From the due date to the payment: reminders by a dated rhythm and tone, penalties, disputes that stop them, the
/// statement of account, the file for litigation (IN-21, CO-10).
@NullMarked
@ApplicationModule(
        displayName = "Collection",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "operators",
            "clients",
            "contracts",
            "missions",
            "invoicing",
            "clientspace"
        })
package org.passerelle.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
