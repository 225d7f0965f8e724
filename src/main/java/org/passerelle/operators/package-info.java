/// The companies that run a frame: legal identity, fee model and its vote, guarantee, insurer, mediator, the
/// rates of the establishment, the policies where the law leaves a choice. One legal entity has one frame (PS-20).
@NullMarked
@ApplicationModule(
        displayName = "Operators",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "frames"})
package org.passerelle.operators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
