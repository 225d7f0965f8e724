package org.passerelle.invoicing;

import org.passerelle.kernel.OperatorId;

/// Money of a client was set against an invoice and credited to the workers' activity accounts.
public record InvoicePaid(OperatorId operator, Settlement settlement) {}
