package org.passerelle.compte.core;

import org.passerelle.kernel.Money;

/// Where each cent of the month goes (PS-61): what was collected, less the fee, less expenses, then the minimum for
/// validated time, then as much pay as remains or as the worker wishes, with what is set aside; the rest stays.
///
/// @param parts composition of the pay, without pay for leave taken
/// @param gross all pay of the month
/// @param charges employer contributions on it, after the reduction
/// @param net before tax
/// @param balance what stays on the account; negative when the minimum was due and the money was not there
/// @param short the minimum was due although the account could not bear it (SW-07)
public record Waterfall(
        Claim claim, PayRules.Parts parts, Money gross, Money charges, Money net, Money balance, boolean isShort) {

    public Waterfall {
        // Σ allocations + balance = collected − fees, to the cent
        var allocated = claim.expenses().plus(gross).plus(charges).plus(parts.setAside());
        if (!allocated.plus(balance).equals(claim.budget().plus(claim.expenses()))) {
            throw new IllegalStateException("the waterfall leaks: " + allocated + " + " + balance + " of " + claim);
        }
    }

    /// Shares out the month. Nothing is paid beyond the minimum that the account cannot bear; a pay too small to
    /// leave anything after its own contributions is not paid.
    public static Waterfall of(Claim claim, PayRules rules, Quote.OfGross quotes) {
        var search = new Search(claim, rules, quotes);
        long minimum = claim.minimumBase().cents();
        if (!search.affordable(minimum)) return search.allocate(minimum, minimum > 0);
        long base = search.largest(minimum);
        if (minimum == 0 && !search.leavesSomething(base)) base = 0;
        return search.allocate(base, false);
    }

    private record Search(Claim claim, PayRules rules, Quote.OfGross quotes) {

        private Money gross(PayRules.Parts parts) {
            var pay = parts.gross().plus(claim.leaveTaken());
            return pay.plus(claim.endIndemnity(pay));
        }

        private Quote quote(Money gross) {
            return gross.isZero() ? Quote.NOTHING : quotes.of(gross);
        }

        boolean affordable(long base) {
            var parts = rules.partsOf(Money.ofCents(base));
            var cost = quote(gross(parts)).cost().plus(parts.setAside());
            return cost.compareTo(claim.budget()) <= 0;
        }

        private boolean wished(long base) {
            var most = claim.requestedGross();
            return most == null || gross(rules.partsOf(Money.ofCents(base))).compareTo(most) <= 0;
        }

        boolean leavesSomething(long base) {
            return quote(gross(rules.partsOf(Money.ofCents(base)))).net().isPositive();
        }

        /// Bisection on cents between what is due and what the budget could never bear.
        long largest(long low) {
            long high = Math.max(low, claim.budget().cents()) + 1;
            while (affordable(high) && wished(high)) high *= 2;
            while (high - low > 1) {
                long middle = (low + high) >>> 1;
                if (affordable(middle) && wished(middle)) low = middle;
                else high = middle;
            }
            return low;
        }

        Waterfall allocate(long base, boolean isShort) {
            var parts = rules.partsOf(Money.ofCents(base));
            var gross = gross(parts);
            var quote = quote(gross);
            var left = claim.budget().minus(quote.cost()).minus(parts.setAside());
            // of what may be advanced, only what pay needs is: the rest was never there
            var most = claim.advance().granted();
            var granted = most.minus(left).max(Money.ZERO).min(most);
            return new Waterfall(
                    claim.advancing(granted),
                    parts,
                    gross,
                    quote.cost().minus(gross),
                    quote.net(),
                    left.minus(most).plus(granted),
                    isShort);
        }
    }
}
