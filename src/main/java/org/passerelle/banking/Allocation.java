package org.passerelle.banking;

import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// A part of a bank line for one invoice.
///
/// @param amount with VAT, positive
public record Allocation(InvoiceId invoice, Money amount) {}
