package org.passerelle.pay;

import java.util.List;
import java.util.function.ToLongFunction;
import org.passerelle.kernel.Money;

/// From a budget or a net back to the gross, by bisection on cents over the cumulative functions of the month.
final class Inverse {

    private static final long MOST = PayInput.LARGEST_GROSS.cents();
    /// Cents within which a net that CET and the table both disturb is found.
    private static final long NEAR = 100_000;

    private Inverse() {}

    /// @return the largest gross in cents with cost ≤ budget (10⁻⁹ €), or -1 when there is none
    static long largest(Computation month, long budget) {
        if (month.run(0) > budget) return -1;
        long low = 0;
        long high = Math.clamp(budget / Nanos.PER_CENT + 1, 1, MOST);
        // a reduction regained for earlier months can make a month cost less than its gross
        while (high < MOST && month.run(high) <= budget) {
            low = high;
            high = Math.min(MOST, 2 * high);
        }
        if (high == MOST && month.run(high) <= budget) return MOST;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (month.run(middle) <= budget) low = middle;
            else high = middle;
        }
        return low;
    }

    static Afforded afford(Computation month, long budget, long gross) {
        long cost = month.run(gross);
        long left = budget - cost;
        long missing = gross < MOST ? month.run(gross + 1) - budget : 0;
        long more = largest(month, budget + 100 * Nanos.PER_CENT);
        return new Afforded(
                Money.ofCents(gross),
                Nanos.amount(cost),
                Nanos.amount(left),
                Nanos.amount(missing),
                Money.ofCents(more),
                gross < MOST ? Jumps.above(month, gross) : List.of());
    }

    /// Each printed line is off by half a cent at most, so the answer lies within as many cents as there are lines.
    static long largestPrinted(Computation month, long budgetCents) {
        long slack = LineKind.COUNT;
        long from = Math.min(MOST, largest(month, (budgetCents + slack) * Nanos.PER_CENT));
        for (long gross = from; gross >= 0 && gross > from - 4 * slack; gross--) {
            if (printedCost(month, gross) <= budgetCents) return gross;
        }
        long low = Math.max(-1, from - 4 * slack);
        while (low >= 0 && printedCost(month, low) > budgetCents) low--;
        return low;
    }

    private static long printedCost(Computation month, long gross) {
        month.run(gross);
        long cents = gross;
        for (long line : month.employer) cents += Nanos.toCents(line);
        return cents;
    }

    /// @return the smallest gross in cents with net before tax ≥ wish (10⁻⁹ €), or -1 beyond what may be computed
    static long forNet(Computation month, long wish) {
        return reaching(month, wish, Computation::netBeforeTax);
    }

    /// The same for what is paid after tax. The neutral table has steps, so each of its rates is tried on its own:
    /// what is left at one rate rises with the gross, and the first gross that has that rate is the answer.
    static long forNetPaid(Computation month, long wish) {
        long first = -1;
        for (long rate : month.withholdingRates()) {
            long gross = reaching(month, wish, m -> m.netPaidAt(rate));
            if (gross < 0) continue;
            month.run(gross);
            if (month.withholdingRate(month.withheldOn(month.netTaxable())) == rate) return gross;
            if (first < 0) first = gross;
        }
        return first < 0 ? -1 : firstAbove(month, wish, first);
    }

    /// Where CET lowers the net taxable back under a step of the table, no rate answers for itself: look cent by cent.
    private static long firstAbove(Computation month, long wish, long from) {
        for (long gross = from; gross <= Math.min(MOST, from + NEAR); gross++) {
            month.run(gross);
            long rate = month.withholdingRate(month.withheldOn(month.netTaxable()));
            if (month.netPaidAt(rate) >= wish) return gross;
        }
        return -1;
    }

    /// Net falls by a few euros where CET starts, and rises on both sides of it.
    private static long reaching(Computation month, long wish, ToLongFunction<Computation> net) {
        long cet = lastWithoutCet(month);
        long below = firstReaching(month, wish, net, 0, cet);
        return below >= 0 ? below : firstReaching(month, wish, net, cet + 1, MOST);
    }

    /// The largest gross with which the sum of pay does not exceed the ceilings, or 0 when even that does.
    private static long lastWithoutCet(Computation month) {
        long cet = Math.clamp((month.ceilings - month.before.gross()) / Nanos.PER_CENT, 0, MOST);
        month.run(cet);
        // cover that joins pay brings CET nearer
        while (cet > 0 && month.before.gross() + month.gross > month.ceilings) {
            cet = Math.max(
                    0, cet - Math.max(1, (month.before.gross() + month.gross - month.ceilings) / Nanos.PER_CENT));
            month.run(cet);
        }
        return cet;
    }

    private static long firstReaching(
            Computation month, long wish, ToLongFunction<Computation> net, long low, long high) {
        if (low > high || at(month, net, high) < wish) return -1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(month, net, middle) >= wish) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static long at(Computation month, ToLongFunction<Computation> net, long gross) {
        month.run(gross);
        return net.applyAsLong(month);
    }
}
