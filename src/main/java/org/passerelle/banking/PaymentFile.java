package org.passerelle.banking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;

/// A pain.001 file that was given out. Its bytes are stored and never made again.
///
/// @param messageId unique for ever: the bank refuses a second one
public record PaymentFile(
        UUID id,
        OperatorId operator,
        String messageId,
        String fileName,
        DocumentId document,
        String sha256,
        LocalDate executionDate,
        int count,
        Money total,
        String exportedBy,
        Instant exportedAt) {}
