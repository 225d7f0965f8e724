package org.passerelle.pay;

import java.math.BigDecimal;
import org.passerelle.law.Brackets;

/// A scale of the law, ready to be looked up: neutral tables of the withholding tax, the apprenticeship supplement.
final class StepTable {

    private final long[] bounds;
    private final long[] rates;

    StepTable(Brackets brackets) {
        var steps = brackets.steps();
        bounds = new long[steps.size() - 1];
        rates = new long[steps.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = Nanos.rate(steps.get(i).rate());
            var below = steps.get(i).below();
            if (below != null)
                bounds[i] =
                        below.multiply(BigDecimal.valueOf(100 * Nanos.PER_CENT)).longValueExact();
        }
    }

    /// From the lowest.
    long[] rates() {
        return rates.clone();
    }

    /// @param value in 10⁻⁹ of the unit of the bounds
    long rateFor(long value) {
        int step = 0;
        while (step < bounds.length && value >= bounds[step]) step++;
        return rates[step];
    }
}
