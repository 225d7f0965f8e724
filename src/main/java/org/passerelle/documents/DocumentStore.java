package org.passerelle.documents;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Files in PostgreSQL.
@Repository
class DocumentStore {

    private static final RowMapper<StoredDocument> WITHOUT_CONTENT = (row, _) -> new StoredDocument(
            new DocumentId(row.getObject("id", UUID.class)),
            new OperatorId(row.getObject("operator_id", UUID.class)),
            row.getString("kind"),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getLong("size"),
            HexFormat.of().formatHex(row.getBytes("sha256")),
            row.getObject("stored_at", OffsetDateTime.class).toInstant());

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param bytes the file, or what it was sealed to for a subject
    void insert(StoredDocument document, byte[] bytes, @Nullable Subject subject, byte @Nullable [] sealedHash) {
        jdbc.sql("""
                        insert into documents.document (operator_id, id, kind, file_name, media_type, size, sha256, content,
                            stored_at, stored_by, subject_id, keeping, sealed_sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'), ?, ?, ?)""")
                .param(document.operator().value())
                .param(document.id().value())
                .param(document.kind())
                .param(document.fileName())
                .param(document.mediaType())
                .param(Math.toIntExact(document.size()))
                .param(HexFormat.of().parseHex(document.sha256()))
                .param(bytes)
                .param(OffsetDateTime.ofInstant(document.storedAt(), ZoneOffset.UTC))
                .param(subject == null ? null : subject.id())
                .param(subject == null ? null : subject.keeping())
                .param(sealedHash)
                .update();
    }

    Optional<StoredDocument> find(OperatorId operator, DocumentId id) {
        return jdbc.sql("""
                        select operator_id, id, kind, file_name, media_type, size, sha256, stored_at
                        from documents.document where operator_id = ? and id = ?""")
                .param(operator.value())
                .param(id.value())
                .query(WITHOUT_CONTENT)
                .optional();
    }

    /// Of whichever operator in scope it is.
    Optional<StoredDocument> find(DocumentId id) {
        return jdbc.sql("""
                        select operator_id, id, kind, file_name, media_type, size, sha256, stored_at
                        from documents.document
                        where operator_id = any ((select platform.operators())::uuid[]) and id = ?""").param(id.value()).query(WITHOUT_CONTENT).optional();
    }

    /// @param subject under whose key the bytes are sealed, null when they are the file itself
    record Stored(byte[] bytes, @Nullable Subject subject) {}

    Stored content(OperatorId operator, DocumentId id) {
        return jdbc.sql("select content, subject_id, keeping from documents.document where operator_id = ? and id = ?")
                .param(operator.value())
                .param(id.value())
                .query((row, _) -> {
                    var subject = row.getObject("subject_id", UUID.class);
                    return new Stored(
                            row.getBytes("content"),
                            subject == null ? null : new Subject(operator, subject, row.getString("keeping")));
                })
                .single();
    }

    int count(Subject subject) {
        return jdbc.sql(
                        "select count(*) from documents.document where operator_id = ? and subject_id = ? and keeping = ?")
                .param(subject.operator().value())
                .param(subject.id())
                .param(subject.keeping())
                .query(Integer.class)
                .single();
    }

    List<StoredDocument> ofKind(OperatorId operator, String kind) {
        return jdbc.sql("""
                        select operator_id, id, kind, file_name, media_type, size, sha256, stored_at
                        from documents.document where operator_id = ? and kind = ? order by stored_at, id""")
                .param(operator.value())
                .param(kind)
                .query(WITHOUT_CONTENT)
                .list();
    }
}
