/// Clients in the database.
@NullMarked
package org.passerelle.clients.store;

import org.jspecify.annotations.NullMarked;
