/// Decisions and papers of the activity account (PS-60 to PS-66). Pure.
@NullMarked
@NamedInterface("core")
package org.passerelle.compte.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
