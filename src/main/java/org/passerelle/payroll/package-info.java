/// The monthly run: approved work, expenses and the activity account are gathered, `pay` is called, the payslip is
/// issued and frozen, posted, and ordered at the bank.
@NullMarked
@ApplicationModule(
        displayName = "Payroll",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "pay",
            "operators",
            "people",
            "activity",
            "compte",
            "compte :: core",
            "ledger",
            "banking"
        })
package org.passerelle.payroll;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
