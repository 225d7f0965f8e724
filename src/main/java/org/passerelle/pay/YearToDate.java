package org.passerelle.pay;

import org.passerelle.kernel.Money;

/// What the earlier months of the year have left behind. Ceilings and the reduction are computed on sums, and the
/// month is the difference (payroll.md 5 and 6.4); everything that was declared before can be derived from these.
/// Sums are in 10⁻⁹ €; sums of minimum wages are those of twelve times the month, so that they stay exact.
///
/// @param year 0 before the first month
/// @param months how many were paid
/// @param gross Σ gross
/// @param ceiling Σ ceilings of the months
/// @param coverGross Σ gross of the months as a cadre
/// @param coverCeiling Σ full-time ceilings of the months as a cadre
/// @param sicknessLimit 12 × Σ limits of the reduced sickness rate (until 2025)
/// @param familyLimit 12 × Σ limits of the reduced family rate (until 2025)
/// @param reductionSince epoch day of the version of the reduction to which the next three belong
/// @param reductionPay Σ pay
/// @param reductionSmic 12 × Σ minimum wages
/// @param reductionTaken Σ reduction already set off
/// @param netTaxable Σ net taxable as printed
/// @param withheld Σ tax withheld as printed
public record YearToDate(
        int year,
        int months,
        long gross,
        long ceiling,
        long coverGross,
        long coverCeiling,
        long sicknessLimit,
        long familyLimit,
        long reductionSince,
        long reductionPay,
        long reductionSmic,
        long reductionTaken,
        Money netTaxable,
        Money withheld) {

    /// No month yet: the first of the year, the first after hiring, or a month taken alone.
    public static final YearToDate NONE = new YearToDate(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Money.ZERO, Money.ZERO);

    /// These sums when they are of that year, else none: each January begins anew.
    ///
    /// @throws IllegalArgumentException when the sums are of a later year
    YearToDate in(int wanted) {
        if (year > wanted) throw new IllegalArgumentException("sums of " + year + " before a month of " + wanted);
        return year == wanted ? this : NONE;
    }
}
