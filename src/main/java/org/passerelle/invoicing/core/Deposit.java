package org.passerelle.invoicing.core;

import java.time.LocalDate;
import org.passerelle.invoicing.Totals;
import org.passerelle.kernel.InvoiceId;

/// A deposit invoiced before, which a balance takes off.
public record Deposit(InvoiceId id, String number, LocalDate issueDate, Totals totals) {

    EarlierInvoice earlier() {
        return new EarlierInvoice(number, issueDate, totals.gross());
    }
}
