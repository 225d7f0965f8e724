package org.passerelle.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.ReportState;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.compte.core.Claim;
import org.passerelle.compte.core.ContractEnding;
import org.passerelle.compte.core.MinimumBase;
import org.passerelle.compte.core.PayRules;
import org.passerelle.compte.core.Quote;
import org.passerelle.compte.core.Waterfall;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.Operator;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.YearToDate;
import org.passerelle.payroll.core.PaySheet;
import org.passerelle.payroll.core.Terms;
import org.passerelle.payroll.store.CorrectionStore;
import org.passerelle.payroll.store.PayslipStore;
import org.passerelle.people.ContractKind;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;
import org.springframework.stereotype.Component;

/// What the payroll of a month comes to for one person, before anything is written. The preview stops here and the run
/// goes on from here, so that both tell the same cents. Joins the caller's transaction.
@Component
class Planning {

    private final Activity activity;
    private final Refunds refunds;
    private final Compte compte;
    private final PayslipStore payslips;
    private final CorrectionStore corrections;
    private final Laws laws;
    private final PayEngine engine;

    Planning(
            Activity activity,
            Refunds refunds,
            Compte compte,
            PayslipStore payslips,
            CorrectionStore corrections,
            Laws laws) {
        this.activity = activity;
        this.refunds = refunds;
        this.compte = compte;
        this.payslips = payslips;
        this.corrections = corrections;
        this.laws = laws;
        this.engine = PayEngine.of(laws);
    }

    /// What a run would do.
    sealed interface Plan {

        /// The person has the payslip of this month.
        record Given(IssuedPayslip payslip) implements Plan {}

        /// @param otherwise what the month would come to if only the reason fell away, or null when nobody can tell
        record Refused(NotPaid.Reason reason, @Nullable Ready otherwise) implements Plan {}

        /// @param sheet null when no pay is due nor possible; expenses are paid back all the same
        /// @param recovered kept of what was paid too much before
        record Ready(
                ActivityReport report,
                Refunds.Due refunds,
                @Nullable Sheet sheet,
                Money recovered) implements Plan {}
    }

    /// Whether the person's contract has a payslip in that month.
    static boolean onPayroll(Person person, Month month) {
        var employment = person.employment();
        boolean employee = switch (employment.kind()) {
            case CDI, CDD, CESA -> true;
            case CAPE, MANDATE -> false;
        };
        return employee && Terms.daysUnderContract(employment, month) != null;
    }

    Plan plan(Operator house, Person person, Month month, LocalDate payDate) {
        var earlier = payslips.find(house.id(), person.id(), month);
        if (earlier.isPresent()) return new Plan.Given(earlier.get());
        var report = activity.of(person.id(), month).orElse(null);
        if (report == null) return new Plan.Refused(NotPaid.Reason.NO_ACTIVITY, null);
        if (payslips.hasLater(house.id(), person.id(), month)) {
            return new Plan.Refused(
                    report.state() == ReportState.APPROVED
                            ? NotPaid.Reason.LATER_MONTH_PAID
                            : NotPaid.Reason.NOT_APPROVED,
                    null);
        }
        var ready = ready(house, person, report, payDate);
        return report.state() == ReportState.APPROVED ? ready : new Plan.Refused(NotPaid.Reason.NOT_APPROVED, ready);
    }

    private Plan.Ready ready(Operator house, Person person, ActivityReport report, LocalDate payDate) {
        var month = report.month();
        var due = refunds.due(house.id(), person, month);
        var account = compte.afterFees(house.id(), person.id()).with(due.movements(payDate));
        var before = payslips.yearToDate(house.id(), person.id(), month);
        var most = compte.advanceable(house, account, payDate);
        var law = laws.on(month.lastDay());
        var leave = leave(house, person, report, account.leave(), law);
        var sheet = draft(
                house,
                person,
                claim(house, person, report, account, most, leave, law),
                Terms.input(house, person, month),
                before,
                leave.right());
        return new Plan.Ready(report, due, sheet, sheet == null ? Money.ZERO : toRecover(house, person, sheet));
    }

    /// The month of a payslip again, with what stood on the account then, what the files say now and the tax rate that
    /// was sent for the month. What was collected since belongs to later pay.
    ///
    /// @param gross the most gross, or null for what the person's file says
    /// @return null when no pay is due nor possible
    @Nullable
    Sheet again(Operator house, Person person, IssuedPayslip payslip, @Nullable Money gross) {
        var month = payslip.month();
        var law = laws.on(month.lastDay());
        var report = activity.of(person.id(), month).orElseThrow();
        var then = payslip.sheet().account();
        var leave = payslip.sheet().earnings().stream()
                .filter(earning -> earning.code().equals("leave_taken"))
                .map(Sheet.Earning::amount)
                .reduce(Money.ZERO, Money::plus);
        var claim = new Claim(
                then.opening(),
                then.collected(),
                then.fee(),
                then.expenses(),
                minimum(house, person, report, law),
                gross == null ? person.employment().requestedGross() : gross,
                leave,
                then.leaveReleased(),
                new Claim.Advance(then.advanced(), then.takenBack()),
                ending(house, person, month, then.fromReserve(), law));
        var base = Terms.input(house, person, month, payslip.sheet().personalRate());
        var before = payslips.yearToDate(house.id(), person.id(), month);
        return draft(house, person, claim, base, before, payslip.sheet().leave());
    }

    /// Declared working time in hours, or null when pay is not measured by time.
    @Nullable
    BigDecimal hours(Person person, ActivityReport report) {
        if (person.employment().kind() == ContractKind.CESA) return null;
        return daysWorked(report).multiply(Terms.HOURS_PER_DAY).setScale(2, RoundingMode.HALF_UP);
    }

    @Nullable
    BigDecimal hours(Person person, Month month) {
        return hours(person, activity.of(person.id(), month).orElseThrow());
    }

    /// What this pay gives back of what was paid too much before: a tenth of it at most (L3251-3).
    /// Interpretation: the tenth is counted on the net that would be paid, which is less than on the gross.
    Money toRecover(Operator house, Person person, Sheet sheet) {
        var overpaid = corrections.overpaid(house.id(), person.id());
        if (!overpaid.isPositive()) return Money.ZERO;
        var net = sheet.totals().netBeforeTax().minus(sheet.totals().withheld());
        var most = net.exact()
                .times(laws.on(sheet.date()).rate("overpayment_recovery"))
                .roundHalfUp();
        return overpaid.min(most.max(Money.ZERO));
    }

    private @Nullable Sheet draft(
            Operator house, Person person, Claim claim, PayInput base, YearToDate before, Sheet.@Nullable Leave leave) {
        var law = laws.on(base.date());
        boolean portage = person.employment().kind() != ContractKind.CESA;
        var rules = portage ? portage(house, person, claim, law) : PayRules.COOPERATIVE;
        var waterfall = Waterfall.of(claim, rules, gross -> quote(base.withGross(gross), before));
        if (waterfall.gross().isZero()) return null;
        var slip = engine.pay(base.withGross(waterfall.gross()), before);
        var earnings = portage ? PaySheet.portage(waterfall, rules) : PaySheet.cooperative(waterfall);
        return PaySheet.of(slip, before, earnings, waterfall, leave);
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
                .filter(payslip -> payslip.month().compareTo(month) < 0)
                .filter(payslip -> !payslip.month().lastDay().isBefore(employment.entry()))
                .map(IssuedPayslip::gross)
                .reduce(Money.ZERO, Money::plus);
        return new ContractEnding(fixedTerm ? law.rate("portage_cdd_end") : Rate.ZERO, grossBefore, reserve);
    }

    /// Leave of the month (PS-69). An entity that pays the tenth each month has paid it already; in a cooperative the
    /// fixed part goes on.
    private Leave leave(Operator house, Person person, ActivityReport report, Money provision, Law law) {
        var employment = person.employment();
        if (house.policies().leave() != LeavePolicy.PROVISION || employment.kind() == ContractKind.CESA) {
            return Leave.NONE;
        }
        var exit = employment.exit();
        boolean ends = exit != null && report.month().contains(exit);
        if (!ends && report.days(ActivityKind.LEAVE).signum() == 0) return Leave.NONE;
        var paid = payslips.of(house.id(), person.id()).reversed().stream()
                .filter(payslip -> payslip.month().compareTo(report.month()) < 0)
                .filter(payslip -> !payslip.month().lastDay().isBefore(employment.entry()))
                .filter(payslip -> payslip.sheet().earnings().stream()
                        .noneMatch(earning -> earning.code().equals("leave")))
                .map(payslip -> Leave.PaidMonth.of(payslip, daysOfLeave(person, payslip.month())))
                .toList();
        return ends
                ? Leave.left(report, paid, house.policies(), provision, law)
                : Leave.taken(report, paid, house.policies(), provision, law);
    }

    private BigDecimal daysOfLeave(Person person, Month month) {
        return activity.of(person.id(), month)
                .map(report -> report.days(ActivityKind.LEAVE))
                .orElse(BigDecimal.ZERO);
    }

    /// What the account holds now and what the month asks of it.
    private Claim claim(
            Operator house,
            Person person,
            ActivityReport report,
            ActivityAccount account,
            Money mostAdvance,
            Leave leave,
            Law law) {
        var month = report.month();
        var collected = Money.ZERO;
        var fee = Money.ZERO;
        var expenses = Money.ZERO;
        var recovered = Money.ZERO;
        for (var movement : account.movements()) {
            if (movement.pocket() != Pocket.AVAILABLE || !month.contains(movement.date())) continue;
            switch (movement.category()) {
                case ENCAISSEMENT -> collected = collected.plus(movement.amount());
                case FRAIS_DE_GESTION -> fee = fee.minus(movement.amount());
                case FRAIS_PRO -> expenses = expenses.minus(movement.amount());
                case AVANCE -> {
                    if (movement.takesBackAdvance()) recovered = recovered.minus(movement.amount());
                }
                default -> {}
            }
        }
        var opening =
                account.available().minus(collected).plus(fee).plus(expenses).plus(recovered);
        var ending = ending(house, person, month, account.reserve(), law);
        return new Claim(
                opening,
                collected,
                fee,
                expenses,
                minimum(house, person, report, law),
                person.employment().requestedGross(),
                leave.pay(),
                leave.released(),
                new Claim.Advance(mostAdvance, recovered),
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
    static BigDecimal daysWorked(ActivityReport report) {
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
}
