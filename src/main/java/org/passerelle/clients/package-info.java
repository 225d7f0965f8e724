/// The clients: companies, public bodies, associations, sole traders and private individuals.
@NullMarked
@ApplicationModule(
        displayName = "Clients",
        allowedDependencies = {"kernel", "platform :: *", "identity", "operators"})
package org.passerelle.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
