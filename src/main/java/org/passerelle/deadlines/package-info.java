/// What must happen by when (SW-03): each clock with its due day, its reason, what happens if it is missed and who
/// must act. It reads the parties and the missions, never writes them; what it cannot read is told ([Fact]).
@NullMarked
@ApplicationModule(
        displayName = "Deadlines",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "law",
            "frames",
            "operators",
            "people",
            "clients",
            "missions"
        })
package org.passerelle.deadlines;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
