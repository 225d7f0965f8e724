package org.passerelle.missions;

import java.time.Instant;
import java.util.List;
import org.passerelle.kernel.InvalidValue;

/// A refusal that somebody with the legal role lifted, where the catalogue allows it (REFUSE*).
///
/// @param rules the rules set aside: `PS-04`
/// @param reason why, in at least ten characters, printed in the trail
/// @param by who
/// @param role in which role
public record LiftedRefusal(List<String> rules, String reason, String by, String role, Instant at) {

    public LiftedRefusal {
        rules = List.copyOf(rules);
        if (reason.strip().length() < 10) throw new InvalidValue("reason.short", reason);
    }
}
