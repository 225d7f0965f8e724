/// May this be done? For a client, a service, a worker and terms on a given day: each of the five frames, whether
/// it is lawful, by which article it is not, and what is still to be asked. Pure.
@NullMarked
@ApplicationModule(
        displayName = "Frames",
        allowedDependencies = {"kernel", "law", "pay"})
package org.passerelle.frames;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
