package org.passerelle.simulator.core;

import java.math.RoundingMode;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;

/// Where a monthly flat fee becomes the cheaper one.
public final class FlatFee {

    private FlatFee() {}

    /// The least turnover of a month, in cents, on which a share costs at least as much as the flat sum: from here on
    /// the flat fee is never dearer.
    ///
    /// @param share above 0
    public static Money winsFrom(Money flat, Rate share) {
        var exact = flat.toBigDecimal().divide(share.ratio(), 2, RoundingMode.UP);
        var from = Money.of(exact);
        var percent = new FeeModel.Percent(share);
        // the fee is rounded half up to the cent: some cents earlier it may already be reached
        while (from.isPositive()
                && percent.on(from.minus(Money.ofCents(1))).compareTo(flat) >= 0) {
            from = from.minus(Money.ofCents(1));
        }
        return from;
    }
}
