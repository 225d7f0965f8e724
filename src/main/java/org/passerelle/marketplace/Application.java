package org.passerelle.marketplace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// Somebody's short proposal for an offer.
///
/// @param price of a day, excl. VAT
/// @param mission that came of it, once accepted
public record Application(
        OperatorId operator,
        UUID id,
        UUID offer,
        PersonId person,
        String words,
        Money price,
        State state,
        @Nullable MissionId mission,
        Instant madeAt) {

    public enum State {
        SENT,
        ACCEPTED,
        DECLINED
    }
}
