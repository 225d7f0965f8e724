/// The machine room: database, transactions, clock, page shell, sealed fields, hardened XML. Knows no business.
/// Every sub-package is a front door that all modules may use.
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {"kernel"})
package org.passerelle.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
