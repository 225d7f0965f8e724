package org.passerelle.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.ReportState;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.PaymentRequest;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.compte.core.Claim;
import org.passerelle.compte.core.ContractEnding;
import org.passerelle.compte.core.MinimumBase;
import org.passerelle.compte.core.PayRules;
import org.passerelle.compte.core.Quote;
import org.passerelle.compte.core.Waterfall;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.ledger.Ledger;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.YearToDate;
import org.passerelle.payroll.core.PayPostings;
import org.passerelle.payroll.core.PaySheet;
import org.passerelle.payroll.core.PayslipPage;
import org.passerelle.payroll.core.PayslipPaper;
import org.passerelle.payroll.core.Terms;
import org.passerelle.payroll.store.PayslipStore;
import org.passerelle.payroll.store.RefundStore;
import org.passerelle.people.ContractKind;
import org.passerelle.people.PayStep;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The monthly run of a legal entity. Each person is paid in a transaction of their own: a run that is cut goes on
/// where it stopped, and a run asked for twice pays nobody twice.
@Service
public class Payroll {

    private final Operators operators;
    private final People people;
    private final Activity activity;
    private final Refunds refunds;
    private final Compte compte;
    private final Ledger ledger;
    private final PaymentOrders orders;
    private final Documents documents;
    private final Trail trail;
    private final PayslipStore payslips;
    private final RefundStore runs;
    private final Intents intents;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;

    Payroll(
            Operators operators,
            People people,
            Activity activity,
            Refunds refunds,
            Compte compte,
            Ledger ledger,
            PaymentOrders orders,
            Documents documents,
            Trail trail,
            PayslipStore payslips,
            RefundStore runs,
            Intents intents,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Laws laws,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.activity = activity;
        this.refunds = refunds;
        this.compte = compte;
        this.ledger = ledger;
        this.orders = orders;
        this.documents = documents;
        this.trail = trail;
        this.payslips = payslips;
        this.runs = runs;
        this.intents = intents;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
    }

    /// Pays everybody who can be paid for the month.
    ///
    /// @param payDate day of the transfers
    /// @param intent the caller's id for this act; a replay gives the first run
    /// @throws org.passerelle.platform.once.IntentReused when the intent was for another month or day
    public PayrollRun run(OperatorId operator, Month month, LocalDate payDate, UUID intent) {
        var house = inTransaction(() -> operators.get(operator));
        var id = inTransaction(() -> {
            var wish = intents.wish(operator, intent, "payroll", month, payDate);
            if (!wish.isDone()) intents.keep(wish);
            return runs.startRun(
                    operator,
                    month,
                    payDate,
                    intent,
                    clock.instant(),
                    Scopes.current().actor());
        });
        var paid = new ArrayList<IssuedPayslip>();
        var notPaid = new ArrayList<NotPaid>();
        for (Person person : inTransaction(() -> people.all(operator))) {
            if (!onPayroll(person, month)) continue;
            switch (inTransaction(() -> pay(house, person, month, payDate))) {
                case Outcome.Paid(var payslip) -> paid.add(payslip);
                case Outcome.Unpaid(var reason) -> notPaid.add(new NotPaid(person.id(), person.code(), reason));
            }
        }
        return new PayrollRun(id, operator, month, payDate, paid, notPaid);
    }

    /// Computes an issued payslip again from what was kept with it, with the law of its day.
    ///
    /// @return whether every figure, line and version is the same
    public boolean agrees(IssuedPayslip payslip) {
        var sheet = payslip.sheet();
        return PaySheet.agrees(sheet, engine.pay(sheet.input(), sheet.before()));
    }

    private sealed interface Outcome {
        record Paid(IssuedPayslip payslip) implements Outcome {}

        record Unpaid(NotPaid.Reason reason) implements Outcome {}
    }

    private static boolean onPayroll(Person person, Month month) {
        var employment = person.employment();
        boolean employee = switch (employment.kind()) {
            case CDI, CDD, CESA -> true;
            case CAPE, MANDATE -> false;
        };
        return employee && Terms.daysUnderContract(employment, month) != null;
    }

    private Outcome pay(Operator house, Person person, Month month, LocalDate payDate) {
        int last = payslips.lockSeries(house.id(), month);
        var earlier = payslips.find(house.id(), person.id(), month);
        if (earlier.isPresent()) return new Outcome.Paid(earlier.get());
        var report = activity.of(person.id(), month).orElse(null);
        if (report == null) return new Outcome.Unpaid(NotPaid.Reason.NO_ACTIVITY);
        if (report.state() != ReportState.APPROVED) return new Outcome.Unpaid(NotPaid.Reason.NOT_APPROVED);
        if (payslips.hasLater(house.id(), person.id(), month)) {
            return new Outcome.Unpaid(NotPaid.Reason.LATER_MONTH_PAID);
        }
        compte.takeFees(house.id(), person.id());
        var refunded = refunds.make(house.id(), person, month, payDate);
        var before = payslips.yearToDate(house.id(), person.id(), month);
        var draft = draft(house, person, report, before);
        if (draft == null) return new Outcome.Unpaid(NotPaid.Reason.NOTHING_TO_PAY);
        return new Outcome.Paid(issue(house, person, report, payDate, draft, refunded, last + 1));
    }

    private @Nullable Sheet draft(Operator house, Person person, ActivityReport report, YearToDate before) {
        var month = report.month();
        var law = laws.on(month.lastDay());
        var base = Terms.input(house, person, month);
        var claim = claim(house, person, report, law);
        boolean portage = person.employment().kind() != ContractKind.CESA;
        var rules = portage ? portage(house, person, claim, law) : PayRules.COOPERATIVE;
        var waterfall = Waterfall.of(claim, rules, gross -> quote(base.withGross(gross), before));
        if (waterfall.gross().isZero()) return null;
        var slip = engine.pay(base.withGross(waterfall.gross()), before);
        var earnings = portage ? PaySheet.portage(waterfall, rules) : PaySheet.cooperative(waterfall);
        return PaySheet.of(slip, before, earnings, waterfall);
    }

    private Quote quote(PayInput input, YearToDate before) {
        var printed = engine.pay(input, before).printed();
        return new Quote(printed.employerCost(), printed.netBeforeTax());
    }

    private static PayRules portage(Operator house, Person person, Claim claim, Law law) {
        var policies = house.policies();
        var rules = PayRules.portage(law, policies.leave() == LeavePolicy.PAID_MONTHLY, policies.reserveLoad());
        if (claim.ending() != null) return rules.atTheEnd();
        return person.employment().kind() == ContractKind.CDD ? rules.ofFixedTerm(law) : rules;
    }

    /// The last month gives back what was set aside, and a fixed-term contract ends with its indemnity (PS-51, PS-66).
    /// Interpretation: 10 % whenever the contract ends, since a CDI that follows is a new worker's file.
    private @Nullable ContractEnding ending(Operator house, Person person, Month month, Money reserve, Law law) {
        var employment = person.employment();
        var exit = employment.exit();
        if (exit == null || !month.contains(exit) || employment.kind() == ContractKind.CESA) return null;
        boolean fixedTerm = employment.kind() == ContractKind.CDD;
        var grossBefore = payslips.of(house.id(), person.id()).stream()
                .filter(payslip -> !payslip.month().lastDay().isBefore(employment.entry()))
                .map(IssuedPayslip::gross)
                .reduce(Money.ZERO, Money::plus);
        return new ContractEnding(fixedTerm ? law.rate("portage_cdd_end") : Rate.ZERO, grossBefore, reserve);
    }

    /// What the account holds now and what the month asks of it.
    private Claim claim(Operator house, Person person, ActivityReport report, Law law) {
        var month = report.month();
        var account = compte.of(house.id(), person.id());
        var collected = Money.ZERO;
        var fee = Money.ZERO;
        var expenses = Money.ZERO;
        for (var movement : account.movements()) {
            if (movement.pocket() != Pocket.AVAILABLE || !month.contains(movement.date())) continue;
            switch (movement.category()) {
                case ENCAISSEMENT -> collected = collected.plus(movement.amount());
                case FRAIS_DE_GESTION -> fee = fee.minus(movement.amount());
                case FRAIS_PRO -> expenses = expenses.minus(movement.amount());
                default -> {}
            }
        }
        var opening = account.available().minus(collected).plus(fee).plus(expenses);
        var ending = ending(house, person, month, account.reserve(), law);
        var leave = ending == null
                ? Leave.of(report, person, house.policies(), account.leave())
                : Leave.left(house.policies(), account.leave());
        return new Claim(
                opening,
                collected,
                fee,
                expenses,
                minimum(house, person, report, law),
                person.employment().requestedGross(),
                leave.pay(),
                leave.released(),
                ending);
    }

    /// The minimum for validated time (PS-64, PS-65b), or the fixed part of a CESA (CA-10).
    private static Money minimum(Operator house, Person person, ActivityReport report, Law law) {
        var employment = person.employment();
        if (employment.kind() == ContractKind.CESA) return employment.fixedPart();
        var step = employment.step() == null ? PayStep.PREMIER_NIVEAU : employment.step();
        var time = daysWorked(report)
                .divide(law.decimal("PS_FULL_TIME_DAYS"), 10, RoundingMode.HALF_UP)
                .min(BigDecimal.ONE);
        return MinimumBase.of(law, step, house.policies().minimumComposition(), time)
                .required();
    }

    /// Declared time in days; a day is a fifth of the legal week.
    private static BigDecimal daysWorked(ActivityReport report) {
        var days = BigDecimal.ZERO;
        for (ActivityDay line : report.days()) {
            if (!line.kind().isWork()) continue;
            if (line.unit() == ActivityUnit.DAY) days = days.add(line.quantity());
            if (line.unit() == ActivityUnit.HOUR) {
                days = days.add(line.quantity().divide(Terms.HOURS_PER_DAY, 10, RoundingMode.HALF_UP));
            }
        }
        return days;
    }

    private IssuedPayslip issue(
            Operator house,
            Person person,
            ActivityReport report,
            LocalDate payDate,
            Sheet sheet,
            Money refund,
            int position) {
        var month = report.month();
        var id = PayslipId.random();
        var number = "BP-%s-%03d".formatted(month, position);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var period = java.util.Objects.requireNonNull(Terms.daysUnderContract(person.employment(), month));
        var heading = new PayslipPaper.Heading(
                number,
                now,
                month,
                period,
                payDate,
                person.employment().kind() == ContractKind.CESA
                        ? null
                        : daysWorked(report).multiply(Terms.HOURS_PER_DAY).setScale(2, RoundingMode.HALF_UP));
        var paper = PayslipPaper.of(heading, house, person, sheet, refund, laws.on(month.lastDay()));
        var document = documents.store(
                house.id(),
                "payslip",
                number + "-" + person.code() + ".pdf",
                "application/pdf",
                PayslipPage.render(paper));
        var totals = sheet.totals();
        var payslip = new IssuedPayslip(
                id,
                house.id(),
                person.id(),
                month,
                number,
                payDate,
                now,
                sheet.gross(),
                totals.netBeforeTax(),
                totals.withheld(),
                refund,
                totals.netBeforeTax().minus(totals.withheld()).plus(refund),
                totals.cost(),
                document.id(),
                sheet);
        payslips.insert(payslip, position);
        post(house, person, payslip);
        order(house, person, payslip);
        trail.record(
                house.id(),
                "payslip.issued",
                "payslip",
                id.toString(),
                Map.of("number", number, "month", month.toString(), "person", person.code()));
        events.publishEvent(new PayslipIssued(house.id(), id, person.id(), month));
        return payslip;
    }

    /// Pay is a charge of its month; it leaves the activity account on the day it is paid, after what was collected.
    private void post(Operator house, Person person, IssuedPayslip payslip) {
        var earned = payslip.month().lastDay();
        var paid = payslip.payDate();
        String source = "payslip:" + payslip.id();
        ledger.post(PayPostings.payslip(house.id(), person, payslip.sheet(), payslip.number(), source, earned));
        ledger.post(PayPostings.account(house.id(), person, payslip.sheet(), payslip.number(), source + ":ca", paid));
    }

    private void order(Operator house, Person person, IssuedPayslip payslip) {
        var net = payslip.netPaid().minus(payslip.refund());
        if (!net.isPositive()) return;
        orders.prepare(new PaymentRequest(
                house.id(),
                PaymentKind.SALARY,
                "payslip:" + payslip.id(),
                "SAL-" + payslip.month() + "-" + person.code(),
                person.id(),
                PayPostings.NET_DUE,
                person.code(),
                person.name(),
                person.iban(),
                net,
                payslip.payDate(),
                "Paie " + payslip.month() + " " + payslip.number()));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
