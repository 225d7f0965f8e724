/// From a visitor to somebody able to work: the application with its steps and proofs, what is missing and for whom,
/// the earliest lawful start, the prior declaration of hiring (CA-41, PS-53, KY-05).
@NullMarked
@ApplicationModule(
        displayName = "Joining",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "documents",
            "documents :: *",
            "law",
            "frames",
            "operators",
            "people",
            "clients",
            "missions",
            "contracts",
            "deadlines"
        })
package org.passerelle.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
