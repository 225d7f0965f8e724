package org.passerelle.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The files of the house. What was stored is never changed nor deleted.
@Service
public class Documents {

    private final DocumentStore store;
    private final Clock clock;

    Documents(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Keeps a file for good, in the caller's transaction.
    ///
    /// @param kind what it is for: `invoice`, `payslip`, `receipt`
    /// @param fileName without folders and control characters; those are replaced by a dash
    @Transactional
    public StoredDocument store(OperatorId operator, String kind, String fileName, String mediaType, byte[] content) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var document = new StoredDocument(
                DocumentId.random(),
                operator,
                kind,
                fileName.replaceAll("[/\\\\\\p{Cntrl}]", "-"),
                mediaType,
                content.length,
                sha256(content),
                now);
        store.insert(document, content, now);
        return document;
    }

    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(DocumentId id) {
        return store.find(id);
    }

    /// The file as it was stored.
    ///
    /// @throws java.util.NoSuchElementException when the scope has no such document
    /// @throws DamagedDocument when the content does not match its hash any more
    @Transactional(readOnly = true)
    public byte[] content(DocumentId id) {
        var document = store.find(id).orElseThrow();
        var content = store.content(document.operator(), id);
        if (!sha256(content).equals(document.sha256())) throw new DamagedDocument(id);
        return content;
    }

    @Transactional(readOnly = true)
    public List<StoredDocument> ofKind(OperatorId operator, String kind) {
        return store.ofKind(operator, kind);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
