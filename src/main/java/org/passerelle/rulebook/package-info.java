/// « Règles en vigueur »: every dated parameter of the law with its history, its source and what changes soon, for
/// everybody to read and as JSON.
@NullMarked
@ApplicationModule(
        displayName = "Rulebook",
        allowedDependencies = {"kernel", "platform :: *", "identity", "law"})
package org.passerelle.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
