/// Payment by card behind an adapter: the provider's page, its signed messages, the money in the book once.
@NullMarked
package org.passerelle.clientspace.card;

import org.jspecify.annotations.NullMarked;
