package org.passerelle.documents;

import java.time.Instant;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.OperatorId;

/// What is known of a stored file without reading it.
///
/// @param kind what it is for: `invoice`, `payslip`, `receipt`, `statement`
/// @param mediaType `application/pdf`
/// @param size bytes
/// @param sha256 of the content, 64 hexadecimal digits
public record StoredDocument(
        DocumentId id,
        OperatorId operator,
        String kind,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        Instant storedAt) {}
