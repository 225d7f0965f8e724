package org.passerelle.pay;

import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// A place where one more cent of gross costs much more than a cent (payroll.md 10).
///
/// @param limit of the sums of the year that is passed there; zero for [Cause#REDUCTION_STEP]
/// @param from rate or coefficient up to there
/// @param to rate or coefficient beyond
/// @param step what passing costs at once
public record Jump(Cause cause, Money limit, Rate from, Rate to, Amount step) {

    /// Why the cost jumps.
    public enum Cause {
        /// CET is due from the first euro once the sum of pay exceeds the sum of ceilings.
        CET,
        /// No reduction from three minimum wages on (D241-7).
        REDUCTION_LOST,
        /// The coefficient has four decimals: each step applies to all pay of the period.
        REDUCTION_STEP,
        /// The reduced sickness rate ends for the whole pay (until 2025).
        SICKNESS_RATE,
        /// The reduced family rate ends for the whole pay (until 2025).
        FAMILY_RATE;

        private final String id = name().toLowerCase(java.util.Locale.ROOT);

        /// As files name it: `reduction_lost`.
        public String id() {
            return id;
        }
    }
}
