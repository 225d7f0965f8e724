package org.passerelle.pay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

/// Computes payslips with the law of their date. Safe to share; laws are compiled once per span of days.
public final class PayEngine {

    private final Laws laws;
    private final AtomicReferenceArray<@Nullable LawPlan> plans;

    private PayEngine(Laws laws) {
        this.laws = laws;
        plans = new AtomicReferenceArray<>(laws.periodCount());
    }

    public static PayEngine of(Laws laws) {
        return new PayEngine(laws);
    }

    /// @param before sums of the earlier months of the year, [YearToDate#NONE] for a first or a lone month
    /// @throws org.passerelle.law.NoVersion when the law of that date is not covered
    public Payslip pay(PayInput input, YearToDate before) {
        var computation = start(input, before);
        computation.run(input.gross().cents());
        return new Payslip(input, computation, input.date().getYear());
    }

    /// The largest gross in cents whose exact cost does not exceed the budget, in the month of `input` (whose own
    /// gross is not looked at) after the months before it. Cost rises with gross but jumps, so some budget may be
    /// left over (payroll.md 10).
    ///
    /// @return empty when even a gross of nothing costs more
    public Optional<Money> largestGross(PayInput input, YearToDate before, Amount budget) {
        long cents = Inverse.largest(start(input, before), Nanos.floor(budget));
        return cents < 0 ? Optional.empty() : Optional.of(Money.ofCents(cents));
    }

    /// The largest gross for a budget, what is left of it and what stands above.
    ///
    /// @return empty when even a gross of nothing costs more
    public Optional<Afforded> afford(PayInput input, YearToDate before, Amount budget) {
        var month = start(input, before);
        long nanos = Nanos.floor(budget);
        long cents = Inverse.largest(month, nanos);
        return cents < 0 ? Optional.empty() : Optional.of(Inverse.afford(month, nanos, cents));
    }

    /// The same for a budget in cents that must pay the printed lines, which are rounded one by one.
    public Optional<Money> largestGrossPrinted(PayInput input, YearToDate before, Money budget) {
        long cents = Inverse.largestPrinted(start(input, before), budget.cents());
        return cents < 0 ? Optional.empty() : Optional.of(Money.ofCents(cents));
    }

    /// The smallest gross in cents whose exact net before tax reaches the wish. Where CET starts a net has two
    /// grosses; this is the smaller.
    public Optional<Money> smallestGrossForNet(PayInput input, YearToDate before, Amount netBeforeTax) {
        long cents = Inverse.forNet(start(input, before), Nanos.floor(netBeforeTax));
        return cents < 0 ? Optional.empty() : Optional.of(Money.ofCents(cents));
    }

    /// The smallest gross in cents whose exact net after withholding tax reaches the wish. Where the neutral rate rises
    /// a net may have two grosses; this is the smaller.
    public Optional<Money> smallestGrossForNetPaid(PayInput input, YearToDate before, Amount netPaid) {
        long cents = Inverse.forNetPaid(start(input, before), Nanos.floor(netPaid));
        return cents < 0 ? Optional.empty() : Optional.of(Money.ofCents(cents));
    }

    /// Two payslips line by line, with the reason of each difference.
    public Comparison compare(Payslip one, Payslip other) {
        return new Comparing(this::alone, one, other).compare();
    }

    private Computation alone(PayInput input) {
        var month = start(input, YearToDate.NONE);
        month.run(input.gross().cents());
        return month;
    }

    private Computation start(PayInput input, YearToDate before) {
        var plan = plan(input.date());
        // asked for, so that what is missing is named
        if (input.terms().shortContract && plan.shortContractCut < 0)
            laws.on(input.date()).money(LawPlan.SHORT_CONTRACT);
        return new Computation(plan, input, before.in(input.date().getYear()));
    }

    private LawPlan plan(LocalDate day) {
        Law law = laws.on(day);
        int index = law.period().index();
        if (index < 0) return new LawPlan(law);
        var plan = plans.get(index);
        if (plan == null) {
            plan = new LawPlan(law);
            plans.set(index, plan);
        }
        return plan;
    }
}
