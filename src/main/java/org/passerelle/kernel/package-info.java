/// Values that every module speaks: money, months, identifiers, findings. Pure, tiny, slow to grow.
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package org.passerelle.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
