package org.passerelle.payroll;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityReport;
import org.passerelle.kernel.Money;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.Policies;
import org.passerelle.people.Person;

/// Pay for leave days of a month, out of what was set aside for it (PS-69).
/// Interpretation: the provision is the tenth of all pay so far, so each day acquired and not yet taken is worth an
/// equal part of it; days are acquired at 2.5 working days, 25/12 days of work, a month. The other method of
/// L3141-24, the pay maintained, is not compared yet.
///
/// @param pay inside the gross
/// @param released from the provision, employer charges that were set aside included
record Leave(Money pay, Money released) {

    private static final Leave NONE = new Leave(Money.ZERO, Money.ZERO);
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(25);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    static Leave of(ActivityReport report, Person person, Policies policies, Money provision) {
        var days = report.days(ActivityKind.LEAVE);
        if (policies.leave() != LeavePolicy.PROVISION || days.signum() == 0 || !provision.isPositive()) return NONE;
        var share =
                days.divide(acquired(report, person), 10, RoundingMode.HALF_UP).min(BigDecimal.ONE);
        var released = provision.exact().times(share).roundHalfUp();
        return new Leave(paidOutOf(released, policies), released);
    }

    /// All that is left of the provision, paid when the contract ends (L1242-16, L3141-28).
    static Leave left(Policies policies, Money provision) {
        if (!provision.isPositive()) return NONE;
        return new Leave(paidOutOf(provision, policies), provision);
    }

    private static Money paidOutOf(Money released, Policies policies) {
        var loaded = BigDecimal.ONE.add(policies.reserveLoad().ratio());
        return Money.of(released.toBigDecimal().divide(loaded, 2, RoundingMode.HALF_UP));
    }

    /// Days acquired from the first month to this one, a year's at most.
    private static BigDecimal acquired(ActivityReport report, Person person) {
        var first = java.time.YearMonth.from(person.employment().entry());
        long months = java.time.temporal.ChronoUnit.MONTHS.between(
                        first, report.month().value())
                + 1;
        return DAYS_A_YEAR
                .multiply(BigDecimal.valueOf(Math.clamp(months, 1, 12)))
                .divide(MONTHS, 10, RoundingMode.HALF_UP);
    }
}
