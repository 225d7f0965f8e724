package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;

/// A payment, or a part of it, set against an invoice.
///
/// @param amount with VAT
/// @param vat the part of it that is VAT, due from that day (IN-35)
/// @param shares the rest, shared out among the workers
public record Settlement(
        InvoiceId invoice, BankLineId bankLine, LocalDate date, Money amount, Money vat, List<Share> shares) {

    public Settlement {
        shares = List.copyOf(shares);
    }

    /// @param collected without VAT
    public record Share(PersonId person, Money collected) {}
}
