package org.passerelle.operators;

import java.time.LocalDate;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvalidValue;

/// The legal opinion on which a cooperative departs from the three-year rule (CA-40).
///
/// @param givenBy name and office of who signed it
/// @param document the paper itself
public record SignOff(AssociationPolicy policy, String givenBy, LocalDate givenOn, DocumentId document) {

    /// @throws InvalidValue `sign_off.policy` for a policy that needs none, `sign_off.name` for a name that is no name
    public SignOff {
        if (!isNeededFor(policy)) throw new InvalidValue("sign_off.policy", policy.name());
        givenBy = givenBy.strip();
        if (givenBy.length() < 3 || givenBy.length() > 200) throw new InvalidValue("sign_off.name", "");
    }

    /// Whether the entity must hold one before it may choose this policy.
    public static boolean isNeededFor(AssociationPolicy policy) {
        return switch (policy) {
            case STATUTORY_3Y, EARLY_ASSOCIATION -> false;
            case ORDINARY_CONTRACT, WAIVED_AT_OPERATOR_RISK -> true;
        };
    }
}
