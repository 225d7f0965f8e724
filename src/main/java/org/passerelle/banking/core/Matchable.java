package org.passerelle.banking.core;

import java.time.LocalDate;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// An issued invoice as matching sees it. Paid ones are here too, so that a payment naming one goes to no
/// other.
///
/// @param open what the client still owes, with VAT; zero when nothing
public record Matchable(InvoiceId id, String number, String clientName, LocalDate issueDate, Money open) {

    /// The same invoice after a payment.
    public Matchable less(Money paid) {
        return new Matchable(id, number, clientName, issueDate, open.minus(paid));
    }
}
