package org.passerelle.invoicing.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.Settlement;
import org.passerelle.invoicing.Totals;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;

/// What the book says of an invoice and of its payments.
public final class Postings {

    public static final String CLIENTS = "411000";
    public static final String BANK = "512000";
    private static final String DEPOSITS = "419100";
    private static final String SERVICES = "706000";
    private static final String REBILLED = "708500";
    private static final String VAT_WAITING = "445740";
    private static final String VAT_DUE = "445710";
    private static final String COLLECTED = "909000";
    private static final String AVAILABLE = "901100";

    private Postings() {}

    /// Who pays or is paid, and for which document.
    public record Subject(
            OperatorId operator, String number, LocalDate issueDate, String clientCode, String clientName) {}

    /// What kind of sale is posted.
    ///
    /// @param creditNote the other way round
    /// @param deposit on 4191 instead of 706: money for work to come
    public record Sale(boolean creditNote, boolean deposit) {}

    /// 411 / 706 by worker, 44574; the other way round for a credit note. The client's line is the first.
    public static Entry sale(Subject of, List<InvoiceLine> lines, Totals totals, Sale sale) {
        boolean creditNote = sale.creditNote();
        var entry = Entry.on(of.operator(), "VE", of.issueDate(), "invoice:" + of.number())
                .piece(of.number(), of.issueDate())
                .label((creditNote ? "Avoir " : "Facture ") + of.number() + " " + of.clientName());
        entry.line(client(of, creditNote ? totals.gross().negated() : totals.gross(), entry.label()));
        lines(entry, lines, sale);
        return entry.credit(VAT_WAITING, creditNote ? totals.vat().negated() : totals.vat())
                .entry();
    }

    /// 411 for what is still asked and 4191 for the deposits / 706 by worker, 44574 for the VAT of the rest.
    public static Entry balance(Subject of, List<InvoiceLine> lines, Totals payable, Money deposits) {
        var entry = Entry.on(of.operator(), "VE", of.issueDate(), "invoice:" + of.number())
                .piece(of.number(), of.issueDate())
                .label("Facture " + of.number() + " " + of.clientName());
        if (!payable.gross().isZero()) entry.line(client(of, payable.gross(), entry.label()));
        entry.debit(DEPOSITS, deposits);
        lines(entry, lines, new Sale(false, false));
        return entry.credit(VAT_WAITING, payable.vat()).entry();
    }

    /// A corrective invoice: its own sale, and that of the replaced one taken back. The client's lines are the first
    /// two: what the new one asks, then what the old one asked.
    public static Entry correction(
            Subject of, Totals totals, List<InvoiceLine> lines, Totals old, List<InvoiceLine> replaced) {
        var entry = Entry.on(of.operator(), "VE", of.issueDate(), "invoice:" + of.number())
                .piece(of.number(), of.issueDate())
                .label("Facture rectificative " + of.number() + " " + of.clientName());
        entry.line(client(of, totals.gross(), entry.label()));
        entry.line(client(of, old.gross().negated(), entry.label()));
        lines(entry, lines, new Sale(false, false));
        lines(entry, replaced, new Sale(true, false));
        return entry.credit(VAT_WAITING, totals.vat())
                .debit(VAT_WAITING, old.vat())
                .entry();
    }

    private static void lines(Entry.Builder entry, List<InvoiceLine> lines, Sale sale) {
        for (var line : lines) {
            var account = sale.deposit() ? DEPOSITS : line.kind() == InvoiceLine.Kind.WORK ? SERVICES : REBILLED;
            var net = sale.creditNote() ? line.net().negated() : line.net();
            if (net.isPositive())
                entry.line(Line.credit(account, net, entry.label()).worker(line.person()));
            if (net.isNegative())
                entry.line(Line.debit(account, net.negated(), entry.label()).worker(line.person()));
        }
    }

    /// 512 (or 471, when the money waited there) / 411, and 44574 / 44571 for the VAT now due. The client's line is
    /// the first.
    public static Entry payment(Subject of, Settlement settlement, String from, boolean creditNote) {
        var amount = creditNote ? settlement.amount().negated() : settlement.amount();
        var vat = creditNote ? settlement.vat().negated() : settlement.vat();
        var entry = Entry.on(of.operator(), "BQ", settlement.date(), source(settlement))
                .piece(of.number(), of.issueDate())
                .label((creditNote ? "Remboursement " : "Règlement ") + of.number() + " " + of.clientName());
        return entry.line(client(of, amount.negated(), entry.label()))
                .debit(from, amount)
                .debit(VAT_WAITING, vat)
                .credit(VAT_DUE, vat)
                .entry();
    }

    /// 909000 / 901100: what was collected without VAT is the worker's (PS-60, PS-61).
    public static Entry collected(Subject of, Settlement settlement, boolean creditNote) {
        var entry = Entry.on(of.operator(), Entry.ANALYTIC, settlement.date(), source(settlement) + ":ca")
                .piece(of.number(), of.issueDate())
                .label((creditNote ? "Remboursement " : "Encaissement ") + of.number() + " " + of.clientName());
        for (var share : settlement.shares()) {
            var net = creditNote ? share.collected().negated() : share.collected();
            if (net.isZero()) continue;
            entry.line((net.isPositive()
                            ? Line.debit(COLLECTED, net, entry.label())
                            : Line.credit(COLLECTED, net.negated(), entry.label()))
                    .worker(share.person())
                    .category(Ledger.COLLECTED, null));
            entry.line(Line.ofWorker(AVAILABLE, share.person(), net, entry.label(), Ledger.COLLECTED, "IN-03"));
        }
        return entry.entry();
    }

    private static String source(Settlement settlement) {
        return "settlement:" + settlement.invoice() + ":" + settlement.bankLine();
    }

    private static Line client(Subject of, Money debit, String label) {
        var line =
                debit.isNegative() ? Line.credit(CLIENTS, debit.negated(), label) : Line.debit(CLIENTS, debit, label);
        return line.aux(of.clientCode(), of.clientName());
    }
}
