/// Screens that compose several modules: the public home page, the freelancer's month, the gestionnaire's desk.
@NullMarked
@ApplicationModule(displayName = "Workspace")
package org.passerelle.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
