package org.passerelle.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Law;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Policies;
import org.passerelle.pay.LeavePay;

/// Pay for leave days of a month, by the better of the tenth and the pay maintained (PS-69, L3141-24), and what the
/// provision gives back for it.
///
/// @param pay inside the gross
/// @param released from the provision, employer charges that were set aside included
/// @param right how it was counted, or null when nothing was
record Leave(Money pay, Money released, Sheet.@Nullable Leave right) {

    static final Leave NONE = new Leave(Money.ZERO, Money.ZERO, null);

    /// Leave is acquired in days of a week of six (L3141-3); reports and contracts count weeks of five.
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private static final BigDecimal SIX = BigDecimal.valueOf(6);
    private static final int MONTHS_OF_A_PERIOD = 12;

    /// A month that was paid under the contract.
    ///
    /// @param gross all of it, pay for leave taken included (L3141-24)
    /// @param work of it, what work brought: without pay for leave and what ends a contract
    /// @param taken days of leave in its report
    record PaidMonth(Money gross, Money work, BigDecimal taken) {

        static PaidMonth of(IssuedPayslip payslip, BigDecimal taken) {
            var earnings = payslip.sheet().earnings();
            var work = earnings.stream()
                    .filter(one ->
                            !one.code().equals("leave_taken") && !one.code().equals("end_of_contract"))
                    .map(Sheet.Earning::amount)
                    .reduce(Money.ZERO, Money::plus);
            return new PaidMonth(payslip.gross(), work, taken);
        }
    }

    /// Days of leave in the report, paid as far as days were acquired. Days beyond that are without pay.
    /// Interpretation: the reference period is the last twelve months paid before the leave. What work would have
    /// brought is what the last of them brought, for as many working days as the month of the leave has: the usual
    /// rhythm of somebody who is paid for the days they declare.
    ///
    /// @param paid months of the contract before this one that did not pay the tenth each month, oldest first
    static Leave taken(ActivityReport report, List<PaidMonth> paid, Policies policies, Money provision, Law law) {
        var asked = report.days(ActivityKind.LEAVE);
        if (asked.signum() == 0 || paid.isEmpty()) return NONE;
        var left = left(paid, law);
        var days = asked.min(left);
        if (days.signum() <= 0) return NONE;
        var pay = pay(report.month(), paid, days, law);
        var released = loaded(pay.due(), policies).min(provision.max(Money.ZERO));
        return new Leave(
                pay.due(),
                released,
                new Sheet.Leave(
                        acquired(paid.size(), law).setScale(2, RoundingMode.HALF_UP),
                        days,
                        left.subtract(days),
                        pay.tenth(),
                        pay.maintained(),
                        days(report)));
    }

    /// Everything that is left when the contract ends (L1242-16, L3141-28): the whole provision, or more when the days
    /// left are worth more.
    static Leave left(ActivityReport report, List<PaidMonth> paid, Policies policies, Money provision, Law law) {
        var held = provision.max(Money.ZERO);
        var inPay = unloaded(held, policies);
        var left = paid.isEmpty() ? BigDecimal.ZERO : left(paid, law);
        if (left.signum() <= 0) return held.isZero() ? NONE : new Leave(inPay, held, null);
        var pay = pay(report.month(), paid, left, law);
        return new Leave(
                inPay.max(pay.due()),
                held,
                new Sheet.Leave(
                        acquired(paid.size(), law).setScale(2, RoundingMode.HALF_UP),
                        left,
                        BigDecimal.ZERO,
                        pay.tenth(),
                        pay.maintained(),
                        days(report)));
    }

    private static LeavePay pay(Month month, List<PaidMonth> paid, BigDecimal days, Law law) {
        var period = paid.subList(Math.max(0, paid.size() - MONTHS_OF_A_PERIOD), paid.size());
        var gross = period.stream().map(PaidMonth::gross).reduce(Money.ZERO, Money::plus);
        var acquired = acquired(period.size(), law);
        return LeavePay.of(
                law, gross, acquired, days.min(acquired), paid.getLast().work(), workingDays(month));
    }

    /// Days acquired and not yet taken, in whole and half days as they are taken.
    private static BigDecimal left(List<PaidMonth> paid, Law law) {
        var left = BigDecimal.ZERO;
        for (int i = 0; i < paid.size(); i++) {
            // leave beyond what was acquired was not paid, and takes nothing from what is acquired later
            left = left.subtract(paid.get(i).taken.min(left)).add(acquired(1, law));
        }
        return left.setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal acquired(int months, Law law) {
        return law.decimal("portage_leave_days")
                .multiply(BigDecimal.valueOf(months))
                .multiply(FIVE)
                .divide(SIX, 10, RoundingMode.HALF_UP);
    }

    private static BigDecimal workingDays(Month month) {
        var calendar = WorkingDays.in(Territory.FRANCE);
        return BigDecimal.valueOf(month.days()
                .days()
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !calendar.isHoliday(day))
                .count());
    }

    private static List<LocalDate> days(ActivityReport report) {
        return report.days().stream()
                .filter(line -> line.kind() == ActivityKind.LEAVE && line.unit() == ActivityUnit.DAY)
                .map(ActivityDay::day)
                .distinct()
                .toList();
    }

    private static Money loaded(Money pay, Policies policies) {
        return pay.plus(pay.exact().times(policies.reserveLoad()).roundHalfUp());
    }

    private static Money unloaded(Money released, Policies policies) {
        var loaded = BigDecimal.ONE.add(policies.reserveLoad().ratio());
        return Money.of(released.toBigDecimal().divide(loaded, 2, RoundingMode.HALF_UP));
    }
}
