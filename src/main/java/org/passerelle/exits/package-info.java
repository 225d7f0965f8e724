/// What leaving would mean for a worker: the days, the money, the papers, and what becomes of account and reserve. It
/// only reads; the end of a mission is never the end of a contract (PS-52).
@NullMarked
@ApplicationModule(
        displayName = "Exits",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "law",
            "pay",
            "frames",
            "operators",
            "people",
            "deadlines",
            "deadlines :: core",
            "documents :: *",
            "compte",
            "payroll"
        })
package org.passerelle.exits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
