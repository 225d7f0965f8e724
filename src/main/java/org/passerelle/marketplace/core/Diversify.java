package org.passerelle.marketplace.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.passerelle.kernel.Money;
import org.passerelle.marketplace.OfferTerms;
import org.passerelle.portfolio.core.ClientShares;

/// What an offer of a new client would change in the share of the first one (DP-05), were it invoiced whole within
/// twelve
/// months at its lower price and nothing else changed.
///
/// @param before share of the first client today, in %, rounded half up
/// @param after the largest share then
public record Diversify(int before, int after) {

    private static final int YEAR = 12;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /// Empty when nothing was invoiced yet.
    public static Optional<Diversify> of(ClientShares shares, OfferTerms terms) {
        if (shares.clients().isEmpty()) return Optional.empty();
        var all = Money.ZERO;
        var first = Money.ZERO;
        for (var client : shares.clients()) {
            all = all.plus(client.sum());
            if (client.sum().compareTo(first) > 0) first = client.sum();
        }
        var brought = Money.of(terms.low()
                .toBigDecimal()
                .multiply(terms.daysPerMonth())
                .multiply(BigDecimal.valueOf(Math.min(terms.months(), YEAR)))
                .setScale(2, RoundingMode.DOWN));
        var then = all.plus(brought);
        var largest = brought.compareTo(first) > 0 ? brought : first;
        return Optional.of(new Diversify(percent(first, all), percent(largest, then)));
    }

    public boolean lowers() {
        return after < before;
    }

    private static int percent(Money part, Money all) {
        return part.toBigDecimal()
                .multiply(ALL)
                .divide(all.toBigDecimal(), 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
