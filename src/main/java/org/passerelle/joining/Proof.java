package org.passerelle.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DocumentId;

/// A file handed in, and what the house thinks of it.
///
/// @param expires last day on which it is worth something, null when it does not end
/// @param reason why it was refused, or null
public record Proof(
        UUID id,
        ProofKind kind,
        DocumentId document,
        String fileName,
        Instant addedAt,
        @Nullable LocalDate expires,
        Verdict verdict,
        @Nullable String reason) {

    /// What the house thinks of it.
    public enum Verdict {
        WAITING,
        ACCEPTED,
        REFUSED
    }
}
