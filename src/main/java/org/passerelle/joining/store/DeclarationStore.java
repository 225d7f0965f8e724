package org.passerelle.joining.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.joining.Declaration;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Prior declarations of hiring. The message holds the NIR: it is sealed under the entity's key (S-40).
@Repository
public class DeclarationStore {

    private static final String TABLE = "joining.declaration";

    private final JdbcClient jdbc;
    private final Vault vault;

    DeclarationStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public void insert(Declaration one, String message, String by) {
        jdbc.sql("""
                        insert into joining.declaration (operator_id, id, person_id, hire_at, message_sealed, message_sha256,
                            made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.operator().value())
                .param(one.id())
                .param(one.person().value())
                .param(utc(one.hireAt()))
                .param(vault.seal(one.operator(), TABLE, "message", one.id(), message))
                .param(one.sha256())
                .param(utc(one.madeAt()))
                .param(by)
                .update();
    }

    /// The newest first.
    public List<Declaration> of(OperatorId operator, PersonId person) {
        return jdbc.sql(
                        "select * from joining.declaration where operator_id = ? and person_id = ? order by made_at desc")
                .param(operator.value())
                .param(person.value())
                .query((row, _) -> {
                    var answer = row.getString("answer");
                    var answered = row.getObject("answered_at", OffsetDateTime.class);
                    return new Declaration(
                            row.getObject("id", UUID.class),
                            operator,
                            person,
                            row.getObject("hire_at", OffsetDateTime.class).toInstant(),
                            row.getString("message_sha256"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            answer == null ? Declaration.Answer.AWAITED : Declaration.Answer.valueOf(answer),
                            row.getString("reference"),
                            row.getString("reason"),
                            answered == null ? null : answered.toInstant());
                })
                .list();
    }

    public String message(Declaration one) {
        return jdbc.sql("select message_sealed from joining.declaration where operator_id = ? and id = ?")
                .param(one.operator().value())
                .param(one.id())
                .query((row, _) -> vault.open(one.operator(), TABLE, "message", one.id(), row.getBytes(1)))
                .single();
    }

    public void acknowledged(Declaration one, String reference, Instant now) {
        jdbc.sql("""
                        update joining.declaration set answer = 'ACKNOWLEDGED', reference = ?, answered_at = ?
                        where operator_id = ? and id = ? and answer is null""")
                .param(reference)
                .param(utc(now))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    public void refused(Declaration one, String reason, Instant now) {
        jdbc.sql("""
                        update joining.declaration set answer = 'REFUSED', reason = ?, answered_at = ?
                        where operator_id = ? and id = ? and answer is null""")
                .param(reason)
                .param(utc(now))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /// The message holds the NIR; that it was made and answered remains.
    public void forget(OperatorId operator, PersonId person) {
        jdbc.sql("update joining.declaration set message_sealed = ''::bytea where operator_id = ? and person_id = ?")
                .param(operator.value())
                .param(person.value())
                .update();
    }
}
