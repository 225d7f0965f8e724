/// Files that must never change: stored with the hash of their content, in the transaction of what they prove (IN-40).
@NullMarked
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {"kernel", "platform :: *", "identity"})
package org.passerelle.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
