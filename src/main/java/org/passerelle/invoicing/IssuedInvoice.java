package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// An invoice (380) or credit note (381) that left the house. Frozen, but for what was paid on it since.
///
/// @param number of the series, without gap: `FA-2026-000001`
/// @param totals of an invoice and of a credit note alike are positive
/// @param pdf the Factur-X file
/// @param paid what was received on it (for a credit note: paid back)
/// @param credited what credit notes took back of it
/// @param corrects the invoice that this credit note corrects; null for an invoice
public record IssuedInvoice(
        InvoiceId id,
        OperatorId operator,
        ClientId client,
        String clientCode,
        String clientName,
        MissionId mission,
        PersonId person,
        Month month,
        String number,
        LocalDate issueDate,
        LocalDate dueDate,
        List<InvoiceLine> lines,
        Totals totals,
        DocumentId pdf,
        @Nullable InvoiceId corrects,
        Money paid,
        Money credited)
        implements Invoice {

    public IssuedInvoice {
        lines = List.copyOf(lines);
    }

    public boolean isCreditNote() {
        return corrects != null;
    }

    /// What the client still owes.
    public Money open() {
        return totals.gross().minus(paid).minus(credited);
    }

    @Override
    public InvoiceState state() {
        if (credited.equals(totals.gross())) return InvoiceState.CREDITED;
        if (!open().isPositive()) return InvoiceState.PAID;
        return paid.isPositive() ? InvoiceState.PARTLY_PAID : InvoiceState.ISSUED;
    }
}
