package org.passerelle.pay;

/// From a budget or a net back to the gross, by bisection on cents over the cumulative functions of the month.
final class Inverse {

    private static final long MOST = PayInput.LARGEST_GROSS.cents();

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
        long cet = Math.clamp((month.ceilings - month.before.gross()) / Nanos.PER_CENT, 0, MOST);
        long below = firstReaching(month, wish, 0, cet);
        return below >= 0 ? below : firstReaching(month, wish, cet + 1, MOST);
    }

    private static long firstReaching(Computation month, long wish, long low, long high) {
        if (low > high || net(month, high) < wish) return -1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (net(month, middle) >= wish) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static long net(Computation month, long gross) {
        month.run(gross);
        return month.netBeforeTax();
    }
}
