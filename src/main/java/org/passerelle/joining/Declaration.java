package org.passerelle.joining;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A prior declaration of hiring (DPAE, PS-53): what was declared, and what Urssaf answered.
///
/// @param hireAt day and hour of the hire
/// @param sha256 of the message, 64 hexadecimal digits
/// @param reference number of the acknowledgement, null before
/// @param reason why it was refused, or null
public record Declaration(
        UUID id,
        OperatorId operator,
        PersonId person,
        Instant hireAt,
        String sha256,
        Instant madeAt,
        Answer answer,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Instant answeredAt) {

    /// What Urssaf said.
    public enum Answer {
        AWAITED,
        ACKNOWLEDGED,
        REFUSED
    }
}
