/// The commands of `./passerelle`: files in, files out, without a browser.
@NullMarked
@ApplicationModule(displayName = "Commands")
package org.passerelle.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
