/// The database: its server, its two roles, and the scope that each transaction carries (ADR 0003, 0004).
@NullMarked
@NamedInterface("db")
package org.passerelle.platform.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
