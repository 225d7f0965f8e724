/// The work reported: the monthly activity report by days and half days (PS-70), and expenses with their receipts.
/// Submitted, approved, then locked: pay and invoices follow from what was approved.
@NullMarked
@ApplicationModule(
        displayName = "Activity",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "operators", "people", "missions"})
package org.passerelle.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
