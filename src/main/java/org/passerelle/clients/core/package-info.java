/// What may change of a client.
@NullMarked
package org.passerelle.clients.core;

import org.jspecify.annotations.NullMarked;
