/// Links and what clients said, in PostgreSQL.
@NullMarked
package org.passerelle.clientspace.store;

import org.jspecify.annotations.NullMarked;
