package org.passerelle.operators.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.frames.AssociationPolicy;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.SignOff;
import org.passerelle.platform.db.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Legal opinions of CA-40.
@Repository
public class SignOffStore {

    private final JdbcClient jdbc;

    SignOffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(OperatorId operator, SignOff one, Instant now) {
        jdbc.sql("""
                        insert into operators.association_sign_off
                            (operator_id, id, policy, given_by, given_on, document_id, kept_at, kept_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(UUID.randomUUID())
                .param(one.policy().name())
                .param(one.givenBy())
                .param(one.givenOn())
                .param(one.document().value())
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(Scopes.current().actor())
                .update();
    }

    /// The newest first.
    public List<SignOff> of(OperatorId operator) {
        return jdbc.sql("select * from operators.association_sign_off where operator_id = ? order by kept_at desc")
                .param(operator.value())
                .query((row, _) -> new SignOff(
                        AssociationPolicy.valueOf(row.getString("policy")),
                        row.getString("given_by"),
                        row.getObject("given_on", LocalDate.class),
                        new DocumentId(row.getObject("document_id", UUID.class))))
                .list();
    }
}
