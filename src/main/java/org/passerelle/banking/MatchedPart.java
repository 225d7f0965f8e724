package org.passerelle.banking;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PaymentOrderId;

/// What a part of a matched bank line was set against: an invoice, an order of ours or an account that a person
/// named; exactly one of them.
///
/// @param amount above zero
/// @param account number in the chart of accounts
public record MatchedPart(
        @Nullable InvoiceId invoice,
        @Nullable PaymentOrderId order,
        @Nullable String account,
        Money amount) {}
