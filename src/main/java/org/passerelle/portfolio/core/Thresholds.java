package org.passerelle.portfolio.core;

import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;

/// From when a figure is worth a word. Heuristics, not law (DP-04, DP-05); an operator may set its own.
///
/// @param watch share of the first client from which it is told
/// @param high share of the first client from which a step is proposed
/// @param months of runway below which the reserve is spoken of
public record Thresholds(Rate watch, Rate high, int months) {

    public static Thresholds of(Law law) {
        return new Thresholds(
                law.rate("DP_FIRST_CLIENT_WATCH"), law.rate("DP_FIRST_CLIENT_HIGH"), law.number("DP_RUNWAY_MONTHS"));
    }
}
