package org.passerelle.marketplace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.OperatorId;

/// One offer of work.
///
/// @param id random, also in its address (S-17)
/// @param frames in which no rule refused it on the day it was kept
/// @param reason why it was refused or taken away; null otherwise
public record Offer(
        OperatorId operator,
        UUID id,
        OfferSource source,
        OfferState state,
        OfferTerms terms,
        List<Frame> frames,
        Instant madeAt,
        @Nullable Instant publishedAt,
        @Nullable String reason) {

    public Offer {
        frames = List.copyOf(frames);
    }
}
