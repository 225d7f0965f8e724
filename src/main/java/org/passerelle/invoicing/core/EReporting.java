package org.passerelle.invoicing.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.invoicing.core.EReport.DayPayments;
import org.passerelle.invoicing.core.EReport.DaySales;
import org.passerelle.invoicing.core.EReport.InvoicePayment;
import org.passerelle.invoicing.core.EReport.RateShare;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Sorts what was invoiced and received into what must be told (EI-04, EI-05): an invoice to a business in France is
/// an e-invoice and not told again; a sale abroad is told one by one, a sale to a consumer in the sum of its day. So
/// each euro is told exactly once, corrections included.
public final class EReporting {

    private static final String SERVICES = "TPS1";
    private static final String GOODS = "TLB1";
    private static final String NOT_TAXED = "TNT1";
    static final String ON_PAYMENT = "72";
    static final String ON_INVOICE = "5";

    private EReporting() {}

    /// Money received on an invoice, or paid back on a credit note.
    ///
    /// @param amount with VAT, positive
    public record Received(InvoiceDocument invoice, LocalDate day, Money amount) {}

    /// @param invoices whose issue date lies in the period of the header; others are left out
    public static EReport.Transactions transactions(EReport.Header header, List<InvoiceDocument> invoices) {
        var mine = invoices.stream()
                .filter(invoice -> header.period().contains(invoice.issueDate()))
                .sorted(Comparator.comparing(InvoiceDocument::issueDate).thenComparing(InvoiceDocument::number))
                .toList();
        var abroad = mine.stream()
                .filter(invoice -> invoice.audience() == Audience.B2BINT)
                .toList();
        var days = new TreeMap<DayKey, Sum>();
        for (var invoice : mine) {
            if (!invoice.audience().isConsumer()) continue;
            for (var key : keys(invoice))
                days.computeIfAbsent(key, _ -> new Sum()).add(invoice, key);
        }
        return new EReport.Transactions(
                header,
                abroad,
                days.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList());
    }

    private record DayKey(LocalDate day, String category, String vatDue) implements Comparable<DayKey> {
        @Override
        public int compareTo(DayKey other) {
            return Comparator.comparing(DayKey::day)
                    .thenComparing(DayKey::category)
                    .thenComparing(DayKey::vatDue)
                    .compare(this, other);
        }
    }

    private static List<DayKey> keys(InvoiceDocument invoice) {
        return invoice.vatGroups().stream()
                .map(group -> key(invoice, group))
                .distinct()
                .toList();
    }

    // Interpretation: an invoice of goods and services that cannot be told apart (M) counts as goods, whose VAT falls
    // due first.
    private static DayKey key(InvoiceDocument invoice, VatGroup group) {
        boolean services = invoice.process().startsWith("S");
        var category = group.rate().isZero() ? NOT_TAXED : services ? SERVICES : GOODS;
        var due = services && !invoice.settlement().vatOnDebits() ? ON_PAYMENT : ON_INVOICE;
        return new DayKey(invoice.issueDate(), category, due);
    }

    private static final class Sum {
        private final Map<Rate, RateShare> byRate = new TreeMap<>();
        private int count;

        void add(InvoiceDocument invoice, DayKey key) {
            count++;
            boolean back = invoice.type().isCreditNote();
            for (var group : invoice.vatGroups()) {
                if (!key(invoice, group).equals(key)) continue;
                var base = back ? group.base().negated() : group.base();
                var vat = back ? group.vat().negated() : group.vat();
                byRate.merge(
                        group.rate(),
                        new RateShare(group.rate(), base, vat),
                        (a, b) -> new RateShare(
                                a.rate(), a.base().plus(b.base()), a.vat().plus(b.vat())));
            }
        }

        DaySales of(DayKey key) {
            var shares = List.copyOf(byRate.values());
            return new DaySales(
                    key.day(),
                    key.category(),
                    key.vatDue(),
                    count,
                    shares.stream().map(RateShare::base).reduce(Money.ZERO, Money::plus),
                    shares.stream().map(RateShare::vat).reduce(Money.ZERO, Money::plus),
                    shares);
        }
    }

    /// Only what VAT on payment falls due on: services, charged, without option for the debits (EI-05). Between
    /// businesses in France the life-cycle status 212 tells it instead.
    public static EReport.Payments payments(EReport.Header header, List<Received> received) {
        var days = new TreeMap<LocalDate, Map<Rate, Money>>();
        var abroad = new ArrayList<InvoicePayment>();
        for (var one : received) {
            var invoice = one.invoice();
            if (!header.period().contains(one.day()) || !fallsDueOnPayment(invoice)) continue;
            var shares = shares(one);
            if (invoice.audience() == Audience.B2BINT) {
                abroad.add(
                        new InvoicePayment(invoice.number(), invoice.issueDate(), new DayPayments(one.day(), shares)));
            } else if (invoice.audience().isConsumer()) {
                var sums = days.computeIfAbsent(one.day(), _ -> new TreeMap<>());
                shares.forEach((rate, amount) -> sums.merge(rate, amount, Money::plus));
            }
        }
        return new EReport.Payments(
                header,
                abroad,
                days.entrySet().stream()
                        .map(e -> new DayPayments(e.getKey(), e.getValue()))
                        .toList());
    }

    private static boolean fallsDueOnPayment(InvoiceDocument invoice) {
        return invoice.process().startsWith("S")
                && !invoice.settlement().vatOnDebits()
                && invoice.vat().isPositive();
    }

    // A payment settles all rates alike; the last cent goes to the largest remainder, so that the parts are the whole.
    static Map<Rate, Money> shares(Received one) {
        var groups = one.invoice().vatGroups();
        var weights = groups.stream()
                .mapToLong(group -> group.base().plus(group.vat()).cents())
                .toArray();
        var parts = one.amount().split(weights);
        var shares = new TreeMap<Rate, Money>();
        for (int i = 0; i < parts.length; i++) {
            var part = one.invoice().type().isCreditNote() ? parts[i].negated() : parts[i];
            shares.merge(groups.get(i).rate(), part, Money::plus);
        }
        return shares;
    }
}
