package org.passerelle.invoicing.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// How it is paid.
///
/// @param dueDate last day to pay (BT-9)
/// @param iban where to (BT-84); null for a credit note, and for what is not paid by transfer
/// @param bic may be empty
/// @param reference what the payer should quote (BT-83); empty means the number of the invoice
/// @param paid already received, VAT included, deposits among it (BT-113)
/// @param vatOnDebits the seller opted for VAT on invoicing instead of payment (BT-8 = 5, IN-12)
/// @param means a transfer to [#iban] unless another way was agreed (BT-81)
/// @param mandate wanted by a direct debit
/// @param payee the factor, when the debt was sold
public record Settlement(
        LocalDate dueDate,
        @Nullable Iban iban,
        String bic,
        String reference,
        Money paid,
        boolean vatOnDebits,
        PaymentMeans means,
        @Nullable Mandate mandate,
        @Nullable Payee payee) {

    /// By SEPA transfer to the seller.
    public Settlement(
            LocalDate dueDate, @Nullable Iban iban, String bic, String reference, Money paid, boolean vatOnDebits) {
        this(dueDate, iban, bic, reference, paid, vatOnDebits, PaymentMeans.TRANSFER, null, null);
    }
}
