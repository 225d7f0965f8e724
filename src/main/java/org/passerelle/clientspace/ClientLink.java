package org.passerelle.clientspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;

/// The key to one client's pages; the words of the link themselves are kept nowhere.
///
/// @param email where it went
/// @param asksDays whether the client is asked to approve days
/// @param revokedAt when the gestionnaire ended it, null otherwise
public record ClientLink(
        OperatorId operator,
        UUID id,
        ClientId client,
        String email,
        boolean asksDays,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {

    public boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
