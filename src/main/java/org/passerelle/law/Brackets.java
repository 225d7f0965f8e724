package org.passerelle.law;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Rate;

/// A scale: each step goes from the bound before it (included) to its own bound (excluded).
///
/// @param steps by rising bound; the last one is open
public record Brackets(List<Step> steps) {

    /// @param below first value outside this step, or null for the last one
    public record Step(@Nullable BigDecimal below, Rate rate) {}

    public Brackets {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getLast().below() != null) {
            throw new IllegalArgumentException("the last step of a scale must be open");
        }
        for (int i = 0; i + 2 < steps.size(); i++) {
            if (bound(steps.get(i)).compareTo(bound(steps.get(i + 1))) >= 0) {
                throw new IllegalArgumentException("the bounds of a scale must rise");
            }
        }
    }

    public Rate rateFor(BigDecimal value) {
        for (Step step : steps) {
            if (step.below == null || value.compareTo(step.below) < 0) return step.rate;
        }
        throw new IllegalStateException("a scale is open at its end");
    }

    private static BigDecimal bound(Step step) {
        if (step.below == null) throw new IllegalArgumentException("only the last step of a scale is open");
        return step.below;
    }
}
