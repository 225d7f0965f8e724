package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// An invoice (380, 384, 386) or credit note (381) that left the house. Frozen, but for what was paid on it since.
///
/// @param number of the series, without gap: `FA-2026-000001`
/// @param totals of an invoice and of a credit note alike are positive
/// @param pdf the Factur-X file
/// @param paid what was received on it (for a credit note: paid back)
/// @param credited what credit notes took back of it; all of it once a corrective invoice replaced it
/// @param corrects the invoice that this credit note corrects or this corrective invoice replaces; null otherwise
/// @param deducted deposits that it takes off, without VAT and VAT of them
public record IssuedInvoice(
        InvoiceId id,
        OperatorId operator,
        InvoiceType type,
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
        Money credited,
        Deducted deducted)
        implements Invoice {

    public IssuedInvoice {
        lines = List.copyOf(lines);
    }

    /// Deposits taken off: what was invoiced and is not owed again.
    public record Deducted(Money net, Money vat) {

        public static final Deducted NOTHING = new Deducted(Money.ZERO, Money.ZERO);

        public Money gross() {
            return net.plus(vat);
        }
    }

    public boolean isCreditNote() {
        return type.isCreditNote();
    }

    /// What it asks for: the totals less the deposits.
    public Totals payable() {
        if (deducted.gross().isZero()) return totals;
        var net = totals.net().minus(deducted.net());
        var vat = totals.vat().minus(deducted.vat());
        return new Totals(net, vat, net.plus(vat), List.of());
    }

    /// Nothing was paid, credited or counted on: a corrective invoice may replace it. A deposit or a balance has others
    /// that count on it; it is credited instead.
    public boolean isUntouched() {
        return paid.isZero()
                && credited.isZero()
                && deducted.gross().isZero()
                && (type == InvoiceType.INVOICE || type == InvoiceType.CORRECTED);
    }

    /// What the client still owes.
    public Money open() {
        return totals.gross().minus(deducted.gross()).minus(paid).minus(credited);
    }

    @Override
    public InvoiceState state() {
        if (credited.isPositive() && credited.equals(payable().gross())) return InvoiceState.CREDITED;
        if (!open().isPositive()) return InvoiceState.PAID;
        return paid.isPositive() ? InvoiceState.PARTLY_PAID : InvoiceState.ISSUED;
    }
}
