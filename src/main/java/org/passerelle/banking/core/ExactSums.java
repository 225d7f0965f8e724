package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;

/// Finds invoices that together are open for exactly what was paid: a client who pays three of five at once.
final class ExactSums {

    /// More open invoices of one client than this are not tried: the ways double with each.
    private static final int MOST_INVOICES = 12;

    private ExactSums() {}

    /// @param open above zero each, oldest first
    /// @param most ways to return
    /// @return ways of two invoices or more
    static List<List<Share>> of(List<Matchable> open, Money amount, int most) {
        if (open.size() < 2 || open.size() > MOST_INVOICES) return List.of();
        var ways = new ArrayList<List<Share>>();
        for (int chosen = (1 << open.size()) - 1; chosen > 0 && ways.size() < most; chosen--) {
            if (Integer.bitCount(chosen) < 2) continue;
            var shares = new ArrayList<Share>();
            var sum = Money.ZERO;
            for (int i = 0; i < open.size(); i++) {
                if ((chosen >> i & 1) == 0) continue;
                sum = sum.plus(open.get(i).open());
                shares.add(new Share(open.get(i).id(), open.get(i).open()));
            }
            if (sum.equals(amount)) ways.add(shares);
        }
        return ways;
    }
}
