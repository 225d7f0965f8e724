/// The visitor's answers before any sign-up: which frame is lawful for this client.
@NullMarked
@ApplicationModule(
        displayName = "Simulator",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "frames"})
package org.passerelle.simulator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
