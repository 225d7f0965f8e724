/// Work that finds people: offers, moderated at the desk, the frames in which each is lawful, the search in them, and
/// the
/// answer that becomes a mission without re-typing. Who offers the work is never public.
@NullMarked
@ApplicationModule(
        displayName = "Marketplace",
        allowedDependencies = {
            "kernel",
            "platform :: *",
            "identity",
            "law",
            "frames",
            "operators",
            "people",
            "clients",
            "missions",
            "portfolio",
            "portfolio :: core"
        })
package org.passerelle.marketplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
