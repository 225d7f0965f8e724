package org.passerelle.deadlines;

import java.time.LocalDate;
import org.passerelle.frames.AssociationPolicy;

/// How an entrepreneur-salarié stands towards becoming an associate (CA-03, CA-40).
///
/// @param deadline by law, earlier contracts deducted; no policy moves it
/// @param warnedFrom from which day a policy that departs from the law is recalled in the worker's file
/// @param associated whether the day of association was told
public record Membership(AssociationPolicy policy, LocalDate deadline, LocalDate warnedFrom, boolean associated) {

    /// The contract ended by law on the deadline, and the cooperative holds to it.
    public boolean isOverOn(LocalDate day) {
        return !associated && day.isAfter(deadline) && holdsToTheLaw();
    }

    /// The cooperative departs from the rule, and the deadline comes near or has passed.
    public boolean isAtRiskOn(LocalDate day) {
        return !associated && !holdsToTheLaw() && !day.isBefore(warnedFrom);
    }

    private boolean holdsToTheLaw() {
        return switch (policy) {
            case STATUTORY_3Y, EARLY_ASSOCIATION -> true;
            case ORDINARY_CONTRACT, WAIVED_AT_OPERATOR_RISK -> false;
        };
    }
}
