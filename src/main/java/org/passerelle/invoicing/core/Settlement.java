package org.passerelle.invoicing.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// How it is paid, by SEPA transfer (BT-81: 58).
///
/// @param dueDate last day to pay (BT-9)
/// @param iban where to (BT-84); null for a credit note
/// @param bic may be empty
/// @param reference what the payer should quote (BT-83); empty means the number of the invoice
/// @param paid already received, VAT included (BT-113)
/// @param vatOnDebits the seller opted for VAT on invoicing instead of payment (BT-8 = 5, IN-12)
public record Settlement(
        LocalDate dueDate, @Nullable Iban iban, String bic, String reference, Money paid, boolean vatOnDebits) {}
