package org.passerelle.gatherings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OperatorId;

/// Somebody's seat in a session, or place in its waiting list.
///
/// @param session id of the session
/// @param came null until somebody said
public record Booking(
        OperatorId operator,
        UUID id,
        UUID session,
        String name,
        String email,
        State state,
        Instant madeAt,
        @Nullable Boolean came) {

    public enum State {
        BOOKED,
        WAITING,
        CANCELLED
    }
}
