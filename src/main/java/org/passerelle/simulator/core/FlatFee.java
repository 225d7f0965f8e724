package org.passerelle.simulator.core;

import java.math.RoundingMode;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Where a monthly flat fee becomes the cheaper one.
public final class FlatFee {

    private FlatFee() {}

    /// The turnover of a month on which a share is as much as the flat sum; above it the flat fee costs less.
    ///
    /// @param share above 0
    public static Money winsFrom(Money flat, Rate share) {
        return Money.of(flat.toBigDecimal().divide(share.ratio(), 2, RoundingMode.UP));
    }
}
