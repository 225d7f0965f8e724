/// Applications, links, proofs and declarations in PostgreSQL.
@NullMarked
package org.passerelle.joining.store;

import org.jspecify.annotations.NullMarked;
