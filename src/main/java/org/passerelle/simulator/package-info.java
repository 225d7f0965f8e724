/// The visitor's answers before any sign-up: which frame is lawful for this client, what remains of a turnover, which
/// price a net needs, how a year goes, and what a payslip of another operator charges. Nothing asked is kept.
@NullMarked
@ApplicationModule(
        displayName = "Simulator",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents :: pdf",
            "law",
            "frames",
            "pay",
            "operators",
            "people",
            "compte :: core"
        })
package org.passerelle.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
