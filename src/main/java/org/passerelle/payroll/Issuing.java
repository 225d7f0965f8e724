package org.passerelle.payroll;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.PaymentRequest;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.documents.pdf.French;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PayslipId;
import org.passerelle.law.Laws;
import org.passerelle.ledger.Ledger;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.core.PayPostings;
import org.passerelle.payroll.core.PayslipPage;
import org.passerelle.payroll.core.PayslipPaper;
import org.passerelle.payroll.core.Terms;
import org.passerelle.payroll.store.PayslipStore;
import org.passerelle.people.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Gives a payslip: the paper, the row, the book and the order of the transfer, in the caller's transaction.
@Component
class Issuing {

    private final Documents documents;
    private final PayslipStore payslips;
    private final Ledger ledger;
    private final PaymentOrders orders;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Laws laws;
    private final Clock clock;

    Issuing(
            Documents documents,
            PayslipStore payslips,
            Ledger ledger,
            PaymentOrders orders,
            Trail trail,
            ApplicationEventPublisher events,
            Laws laws,
            Clock clock) {
        this.documents = documents;
        this.payslips = payslips;
        this.ledger = ledger;
        this.orders = orders;
        this.trail = trail;
        this.events = events;
        this.laws = laws;
        this.clock = clock;
    }

    /// @param earned day of the charge in the book
    /// @param borne day on which the activity account bears it
    /// @param hours declared working time, or null when pay is not measured by time
    /// @param recovered kept of what was paid too much
    /// @param owed to be transferred now; nothing when not positive
    /// @param position in the series of the month
    /// @param replaces what it cancels and replaces, or null
    record Given(
            Month month,
            LocalDate payDate,
            LocalDate earned,
            LocalDate borne,
            Sheet sheet,
            @Nullable BigDecimal hours,
            Money refund,
            Money recovered,
            Money owed,
            int position,
            @Nullable Replacement replaces) {

        /// The first payslip of a month. Pay is a charge of its month; it leaves the activity account on the day it is
        /// paid, after what was collected.
        static Given first(
                Month month,
                LocalDate payDate,
                Sheet sheet,
                @Nullable BigDecimal hours,
                Money refund,
                Money recovered,
                int position) {
            var owed = sheet.totals()
                    .netBeforeTax()
                    .minus(sheet.totals().withheld())
                    .minus(recovered);
            return new Given(
                    month, payDate, month.lastDay(), payDate, sheet, hours, refund, recovered, owed, position, null);
        }

        int version() {
            return replaces == null ? 1 : replaces.before.version() + 1;
        }
    }

    /// @param before the payslip that is cancelled
    /// @param ordered transferred for the month already
    /// @param owed what remains of the new net; negative when too much was transferred
    record Replacement(IssuedPayslip before, String reason, Money ordered, Money owed) {

        List<String> mentions() {
            var said = "Annule et remplace le bulletin " + before.number() + " du " + French.day(before.payDate())
                    + ". Motif\u00A0: " + reason;
            if (ordered.isZero()) return List.of(said);
            var already = "Déjà versé pour ce mois\u00A0: " + French.money(ordered) + "\u00A0; ";
            return List.of(
                    said,
                    already
                            + (owed.isNegative()
                                    ? "trop-perçu de " + French.money(owed.negated())
                                            + ", repris sur les payes suivantes dans la limite du dixième (C. trav."
                                            + " L3251-3)."
                                    : "reste à verser\u00A0: " + French.money(owed) + "."));
        }
    }

    IssuedPayslip issue(Operator house, Person person, Given given) {
        var month = given.month;
        var id = PayslipId.random();
        var number = "BP-%s-%03d".formatted(month, given.position);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var period = Objects.requireNonNull(Terms.daysUnderContract(person.employment(), month));
        var heading = new PayslipPaper.Heading(number, now, month, period, given.payDate, given.hours);
        var settled = new PayslipPaper.Settled(
                given.refund, given.recovered, given.replaces == null ? List.of() : given.replaces.mentions());
        var paper = PayslipPaper.of(heading, house, person, given.sheet, settled, laws.on(month.lastDay()));
        var document = documents.storeFor(
                person.id().value(),
                Keeping.PAYSLIP,
                house.id(),
                "payslip",
                number + "-" + person.code() + ".pdf",
                "application/pdf",
                PayslipPage.render(paper));
        var totals = given.sheet.totals();
        var payslip = new IssuedPayslip(
                id,
                house.id(),
                person.id(),
                month,
                given.version(),
                number,
                given.payDate,
                now,
                given.sheet.gross(),
                totals.netBeforeTax(),
                totals.withheld(),
                given.refund,
                given.recovered,
                totals.netBeforeTax()
                        .minus(totals.withheld())
                        .plus(given.refund)
                        .minus(given.recovered),
                totals.cost(),
                document.id(),
                given.sheet);
        payslips.insert(payslip, given.position);
        post(house, person, payslip, given);
        order(house, person, payslip, given.owed);
        record(house, person, payslip, given.replaces);
        events.publishEvent(new PayslipIssued(house.id(), id, person.id(), month));
        return payslip;
    }

    private void post(Operator house, Person person, IssuedPayslip payslip, Given given) {
        var sheet = payslip.sheet();
        var number = payslip.number();
        ledger.post(PayPostings.payslip(house.id(), person, sheet, number, payslip.source(), given.earned));
        ledger.post(PayPostings.account(house.id(), person, sheet, number, payslip.source() + ":ca", given.borne));
    }

    private void order(Operator house, Person person, IssuedPayslip payslip, Money owed) {
        if (!owed.isPositive()) return;
        var reference = "SAL-" + payslip.month() + "-" + person.code();
        orders.prepare(new PaymentRequest(
                house.id(),
                PaymentKind.SALARY,
                payslip.source(),
                payslip.version() == 1 ? reference : reference + "-" + payslip.version(),
                person.id(),
                PayPostings.NET_DUE,
                person.code(),
                person.name(),
                person.iban(),
                owed,
                payslip.payDate(),
                "Paie " + payslip.month() + " " + payslip.number()));
    }

    private void record(Operator house, Person person, IssuedPayslip payslip, @Nullable Replacement replaces) {
        var data = new HashMap<String, String>();
        data.put("number", payslip.number());
        data.put("month", payslip.month().toString());
        data.put("person", person.code());
        if (replaces != null) {
            data.put("replaces", replaces.before.number());
            data.put("reason", replaces.reason);
        }
        var action = replaces == null ? "payslip.issued" : "payslip.corrected";
        trail.record(house.id(), action, "payslip", payslip.id().toString(), data);
    }
}
