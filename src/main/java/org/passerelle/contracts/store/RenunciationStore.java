package org.passerelle.contracts.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Renunciation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Declarations of withdrawal; a row never changes.
@Repository
public class RenunciationStore {

    private final JdbcClient jdbc;

    RenunciationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Renunciation> of(Contract contract) {
        return jdbc.sql("select * from contracts.renunciation where operator_id = ? and contract_id = ?")
                .param(contract.operator().value())
                .param(contract.id().value())
                .query((row, _) -> new Renunciation(
                        contract.id(),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                        row.getString("name"),
                        row.getString("email"),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    /// @return whether this was the first declaration
    public boolean insert(Contract contract, Renunciation one, String sha256) {
        return jdbc.sql("""
                        insert into contracts.renunciation
                            (operator_id, contract_id, declared_at, name, email, last_day, read_sha256)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(contract.operator().value())
                        .param(contract.id().value())
                        .param(OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
                        .param(one.name())
                        .param(one.email())
                        .param(one.lastDay())
                        .param(sha256)
                        .update()
                == 1;
    }
}
