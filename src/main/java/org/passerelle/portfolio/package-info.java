/// How much hangs on one client, how long the money lasts when that client stops, and where to diversify. One client is
/// lawful (PS-11, DP-03); what it risks is shown with figures and neutral words (DP-05). It reads
/// other modules and writes nothing; its `core` computes and knows neither screens nor tables.
@NullMarked
@ApplicationModule(
        displayName = "Portfolio",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "law",
            "operators",
            "people",
            "clients",
            "missions",
            "activity",
            "invoicing",
            "compte",
            "payroll"
        })
package org.passerelle.portfolio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
