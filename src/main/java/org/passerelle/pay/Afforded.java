package org.passerelle.pay;

import java.util.List;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;

/// What a budget buys, and why not more.
///
/// @param gross the largest in cents whose cost fits
/// @param cost of that gross
/// @param left of the budget; it stays on the account
/// @param missing budget that would buy one more cent of gross
/// @param withOneEuroMore the largest gross for a budget of one euro more
/// @param jumps what stands right above the gross; empty where cost rises smoothly
public record Afforded(Money gross, Amount cost, Amount left, Amount missing, Money withOneEuroMore, List<Jump> jumps) {

    public Afforded {
        jumps = List.copyOf(jumps);
    }

    /// One euro more of budget buys not one cent.
    public boolean isStuck() {
        return withOneEuroMore.equals(gross);
    }
}
