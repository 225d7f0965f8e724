/// The figures of dependence on clients. Pure.
@NullMarked
@NamedInterface("core")
package org.passerelle.portfolio.core;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
