/// What was agreed with a client: terms, price, dates, and what the law says of it in the entity's frame.
/// A refused mission is kept with the findings, so that it can be seen why and mended.
@NullMarked
@ApplicationModule(
        displayName = "Missions",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law", "frames", "operators", "people", "clients"
        })
package org.passerelle.missions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
