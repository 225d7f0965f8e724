package org.passerelle.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;

/// To whom a month's general reduction is declared. The pension funds bear the share of their own rates in the highest
/// coefficient; Urssaf bears the rest, so the two always add up (payroll.md 6.3).
///
/// @param pension to AGIRC-ARRCO
/// @param urssaf to Urssaf
public record ReductionSplit(Money pension, Money urssaf) {

    /// @param reduction of the month; negative when some is given back
    /// @param headcount of the employer: the highest coefficient depends on it
    public static ReductionSplit of(Law law, Money reduction, int headcount) {
        var pensionRates = law.employer("agirc_arrco_t1")
                .ratio()
                .add(law.employer("ceg_t1").ratio());
        var pension = Money.of(reduction
                .toBigDecimal()
                .multiply(pensionRates)
                .divide(highest(law, headcount), 2, RoundingMode.HALF_UP));
        return new ReductionSplit(pension, reduction.minus(pension));
    }

    private static BigDecimal highest(Law law, int headcount) {
        var size = headcount >= law.number("threshold_fnal") ? "large" : "small";
        return law.covers("rgdu_tmin")
                ? law.decimal("rgdu_tmin").add(law.decimal("rgdu_tdelta_" + size))
                : law.decimal("rg_max_" + size);
    }
}
