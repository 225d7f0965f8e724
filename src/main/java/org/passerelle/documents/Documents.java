package org.passerelle.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The files of the house. What was stored is never changed nor deleted; what is about a person is sealed under a key
/// of
/// that person, and forgotten by destroying it (S-43).
@Service
public class Documents {

    private static final String TABLE = "documents.document";

    private final DocumentStore store;
    private final Vault vault;
    private final Clock clock;

    Documents(DocumentStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /// Keeps a file for good, in the caller's transaction.
    ///
    /// @param kind what it is for: `invoice`, `payslip`, `receipt`
    /// @param fileName without folders and control characters; those are replaced by a dash
    @Transactional
    public StoredDocument store(OperatorId operator, String kind, String fileName, String mediaType, byte[] content) {
        var document = described(operator, kind, fileName, mediaType, content);
        store.insert(document, content, null, null);
        return document;
    }

    /// Keeps a file about somebody as long as there is a reason, in the caller's transaction.
    ///
    /// @param subject of the person, or of the application of somebody who is not one yet
    /// @throws org.passerelle.platform.crypto.Forgotten when that person was forgotten
    @Transactional
    public StoredDocument storeFor(
            UUID subject,
            Keeping keeping,
            OperatorId operator,
            String kind,
            String fileName,
            String mediaType,
            byte[] content) {
        var document = described(operator, kind, fileName, mediaType, content);
        var whose = keeping.of(operator, subject);
        var sealed = vault.sealFor(whose, TABLE, document.id().value(), content);
        store.insert(document, sealed, whose, digest(sealed));
        return document;
    }

    private StoredDocument described(
            OperatorId operator, String kind, String fileName, String mediaType, byte[] content) {
        return new StoredDocument(
                DocumentId.random(),
                operator,
                kind,
                fileName.replaceAll("[/\\\\\\p{Cntrl}]", "-"),
                mediaType,
                content.length,
                sha256(content),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// Seals what belongs to such files but stands in a table of its own.
    ///
    /// @param what table, bound in with the row
    @Transactional
    public byte[] seal(UUID subject, Keeping keeping, OperatorId operator, String what, UUID row, byte[] plain) {
        return vault.sealFor(keeping.of(operator, subject), what, row, plain);
    }

    /// @throws org.passerelle.platform.crypto.Forgotten when that person was forgotten
    @Transactional(readOnly = true, noRollbackFor = org.passerelle.platform.crypto.Forgotten.class)
    public byte[] open(UUID subject, Keeping keeping, OperatorId operator, String what, UUID row, byte[] sealed) {
        return vault.openFor(keeping.of(operator, subject), what, row, sealed);
    }

    /// Nobody reads the files that were kept for this reason any more; that they were there stays known.
    ///
    /// @return false when they were forgotten before
    @Transactional
    public boolean forget(OperatorId operator, UUID subject, Keeping keeping) {
        return vault.forget(keeping.of(operator, subject));
    }

    /// How many files are kept about somebody for this reason.
    @Transactional(readOnly = true)
    public int count(OperatorId operator, UUID subject, Keeping keeping) {
        return store.count(keeping.of(operator, subject));
    }

    @Transactional(readOnly = true)
    public Optional<StoredDocument> find(DocumentId id) {
        return store.find(id);
    }

    /// The file as it was stored.
    ///
    /// @throws java.util.NoSuchElementException when the scope has no such document
    /// @throws DamagedDocument when the content does not match its hash any more
    /// @throws org.passerelle.platform.crypto.Forgotten when it was about somebody who was forgotten
    @Transactional(readOnly = true)
    public byte[] content(DocumentId id) {
        var document = store.find(id).orElseThrow();
        var stored = store.content(document.operator(), id);
        var subject = stored.subject();
        var content = subject == null
                ? stored.bytes()
                : vault.openFor(subject, TABLE, document.id().value(), stored.bytes());
        if (!sha256(content).equals(document.sha256())) throw new DamagedDocument(id);
        return content;
    }

    @Transactional(readOnly = true)
    public List<StoredDocument> ofKind(OperatorId operator, String kind) {
        return store.ofKind(operator, kind);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest(content));
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
