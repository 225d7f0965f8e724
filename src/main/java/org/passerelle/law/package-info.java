/// The law as dated data: every parameter with all its versions, each with its source, and the answer to
/// "what stood on this day" (P-00). Pure; reads only the class path.
@NullMarked
@ApplicationModule(
        displayName = "Law",
        allowedDependencies = {"kernel"})
package org.passerelle.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
