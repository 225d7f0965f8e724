package org.passerelle.simulator.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.passerelle.compte.core.Claim;
import org.passerelle.compte.core.MinimumBase;
import org.passerelle.compte.core.Quote;
import org.passerelle.compte.core.Waterfall;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.FeeModel;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.YearToDate;

/// Months in a row, each computed with the law of its last day and with the sums of those before it: what the payroll
/// run does, with the same waterfall and the same engine.
public record PaidYear(List<PaidMonth> months) {

    public PaidYear {
        months = List.copyOf(months);
    }

    public Money sum(Function<PaidMonth, Money> figure) {
        var sum = Money.ZERO;
        for (var month : months) sum = sum.plus(figure.apply(month));
        return sum;
    }

    public PaidMonth last() {
        return months.getLast();
    }

    /// Lives through the plans in their order; the account starts empty.
    ///
    /// @throws org.passerelle.law.NoVersion when the law of a month is not covered
    public static PaidYear live(Laws laws, PayEngine engine, Employee employee, FeeModel fee, List<MonthPlan> plans) {
        var months = new ArrayList<PaidMonth>(plans.size());
        var account = Account.EMPTY;
        for (var plan : plans) {
            var month = month(laws.on(plan.month().lastDay()), engine, employee, fee, plan, account);
            months.add(month);
            account = account.after(month);
        }
        return new PaidYear(months);
    }

    /// What the month before left behind.
    private record Account(Money available, Money reserve, Money leave, YearToDate before) {

        static final Account EMPTY = new Account(Money.ZERO, Money.ZERO, Money.ZERO, YearToDate.NONE);

        Account after(PaidMonth month) {
            return new Account(month.balance(), month.reserve(), month.leave(), month.after());
        }
    }

    private static PaidMonth month(
            Law law, PayEngine engine, Employee employee, FeeModel fee, MonthPlan plan, Account account) {
        // a month without any collection is what the reserve is for (PS-66); it feeds no new one
        boolean idle = !plan.turnover().isPositive()
                && (plan.days() == null || plan.days().signum() == 0);
        var released = idle ? account.reserve() : Money.ZERO;
        var rules = idle ? employee.rules(law).withoutReserve() : employee.rules(law);
        var claim = new Claim(
                account.available().plus(released),
                plan.turnover(),
                fee.on(plan.turnover()),
                plan.expenses(),
                minimum(law, employee, plan),
                plan.mostGross(),
                Money.ZERO,
                Money.ZERO);
        var input = PayInput.of(plan.month().lastDay(), Money.ZERO, employee.terms());
        var waterfall =
                Waterfall.of(claim, rules, gross -> quote(engine.pay(input.withGross(gross), account.before())));
        var slip = waterfall.gross().isZero() ? null : engine.pay(input.withGross(waterfall.gross()), account.before());
        var month = new PaidMonth(
                plan,
                waterfall,
                released,
                slip,
                slip == null ? account.before() : slip.yearToDate(),
                account.reserve().minus(released).plus(waterfall.parts().reserve()),
                account.leave().plus(waterfall.parts().leaveSetAside()),
                List.of());
        return new PaidMonth(
                plan,
                waterfall,
                released,
                slip,
                month.after(),
                month.reserve(),
                month.leave(),
                Marks.of(law, month, account.before()));
    }

    private static Quote quote(Payslip slip) {
        var printed = slip.printed();
        return new Quote(printed.employerCost(), printed.netBeforeTax());
    }

    /// PS-64, PS-65b for the days worked; a cooperative has no such minimum (CA-16).
    private static Money minimum(Law law, Employee employee, MonthPlan plan) {
        var days = plan.days();
        if (!employee.inPortage() || days == null) return Money.ZERO;
        var time = days.divide(law.decimal("PS_FULL_TIME_DAYS"), 10, java.math.RoundingMode.HALF_UP)
                .min(java.math.BigDecimal.ONE);
        return MinimumBase.of(law, employee.step(), employee.composition(), time)
                .required();
    }
}
