package org.passerelle.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.PersonId;

/// Somebody asked to be forgotten.
///
/// @param answerBy last day for the answer (RGPD art. 12)
/// @param answeredAt null while it waits
public record Request(
        UUID id,
        PersonId person,
        Instant askedAt,
        LocalDate answerBy,
        @Nullable Instant answeredAt) {}
