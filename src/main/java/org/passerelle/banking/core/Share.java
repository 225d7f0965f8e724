package org.passerelle.banking.core;

import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// A part of a movement for one invoice; always positive.
public record Share(InvoiceId invoice, Money amount) {}
