/// SQL of drafts, invoices and settlements.
@NullMarked
package org.passerelle.invoicing.store;

import org.jspecify.annotations.NullMarked;
