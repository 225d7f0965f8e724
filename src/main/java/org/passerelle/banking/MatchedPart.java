package org.passerelle.banking;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PaymentOrderId;

/// What a part of a matched bank line was set against: an invoice or an order of ours, never both.
///
/// @param amount above zero
public record MatchedPart(
        @Nullable InvoiceId invoice, @Nullable PaymentOrderId order, Money amount) {}
