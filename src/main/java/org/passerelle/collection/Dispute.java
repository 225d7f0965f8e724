package org.passerelle.collection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvoiceId;

/// An objection to an invoice. While it is open no reminder leaves.
///
/// @param closedAt and [#outcome] null while it is open
public record Dispute(
        UUID id,
        InvoiceId invoice,
        Instant openedAt,
        By by,
        String reason,
        @Nullable Instant closedAt,
        @Nullable String outcome) {

    public enum By {
        CLIENT,
        DESK
    }

    public boolean isOpen() {
        return closedAt == null;
    }
}
