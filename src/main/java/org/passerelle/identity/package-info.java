/// Who is signed in, with which role, for which operator; keeps tenants apart; the trail of who did what.
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "platform :: *"})
package org.passerelle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
