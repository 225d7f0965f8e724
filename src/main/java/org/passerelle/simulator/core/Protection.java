package org.passerelle.simulator.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

/// What a year of such income may open. Orders of magnitude: conditions, waiting days and other income are not looked
/// at, and nothing of it is promised.
///
/// @param quarters of pension, 0 to 4
/// @param unemployment a month of thirty days, gross; null where there is no cover
/// @param sickness a month of thirty days, gross; null where it is not estimated
public record Protection(
        int quarters,
        @Nullable Money unemployment,
        @Nullable Money sickness) {

    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);

    /// @param gross of the year
    public static Protection employed(Laws laws, Law law, Money gross) {
        var daily = gross.toBigDecimal().divide(DAYS_A_YEAR, 10, RoundingMode.HALF_UP);
        var unemployment =
                daily.multiply(law.rate("unemployment_daily_share").ratio()).multiply(DAYS);
        var smic = law.money("smic_hourly").toBigDecimal().multiply(law.decimal("smic_hours_year"));
        var capped = gross.toBigDecimal()
                .min(smic.multiply(law.decimal("sickness_cap_smic")))
                .divide(DAYS_A_YEAR, 10, RoundingMode.HALF_UP);
        var sickness = capped.multiply(law.rate("sickness_daily_share").ratio()).multiply(DAYS);
        return new Protection(quarters(laws, law, gross), rounded(unemployment), rounded(sickness));
    }

    /// @param income of the year after the allowance
    public static Protection independent(Laws laws, Law law, Money income) {
        return new Protection(quarters(laws, law, income), null, null);
    }

    private static int quarters(Laws laws, Law law, Money income) {
        var january = laws.on(law.day().withDayOfYear(1));
        var quarter = january.money("smic_hourly").toBigDecimal().multiply(law.decimal("pension_quarter_hours"));
        return income.toBigDecimal()
                .divide(quarter, 0, RoundingMode.FLOOR)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(4))
                .intValueExact();
    }

    private static Money rounded(BigDecimal euros) {
        return Money.of(euros.setScale(0, RoundingMode.HALF_UP));
    }
}
