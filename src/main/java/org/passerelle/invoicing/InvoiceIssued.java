package org.passerelle.invoicing;

import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.OperatorId;

/// An invoice or credit note has its number, its entry and its file.
public record InvoiceIssued(OperatorId operator, InvoiceId invoice, String number) {}
