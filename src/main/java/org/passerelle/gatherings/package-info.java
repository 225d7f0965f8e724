/// Live sessions of an entity: when they are, who has a seat, who waits, who came. Nobody needs an account.
@NullMarked
@ApplicationModule(
        displayName = "Gatherings",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "operators"})
package org.passerelle.gatherings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
