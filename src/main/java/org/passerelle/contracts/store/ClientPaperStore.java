package org.passerelle.contracts.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.contracts.ClientPaper;
import org.passerelle.contracts.Contract;
import org.passerelle.kernel.DocumentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The clients' own contracts in PostgreSQL.
@Repository
public class ClientPaperStore {

    private final JdbcClient jdbc;

    ClientPaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Contract contract, ClientPaper paper) {
        jdbc.sql("""
                        insert into contracts.client_paper (operator_id, contract_id, version, document_id, sha256, file_name,
                            has, at, said_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .param(paper.version())
                .param(paper.document().value())
                .param(paper.sha256())
                .param(paper.fileName())
                .param(paper.has().toArray(String[]::new))
                .param(OffsetDateTime.ofInstant(paper.at(), ZoneOffset.UTC))
                .param(paper.by())
                .update();
    }

    /// The version that counts.
    public Optional<ClientPaper> of(Contract contract) {
        return jdbc.sql("""
                        select version, document_id, sha256, file_name, has, at, said_by from contracts.client_paper
                        where operator_id = ? and contract_id = ? order by version desc limit 1""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .query((row, _) -> new ClientPaper(
                        row.getInt("version"),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getString("sha256"),
                        row.getString("file_name"),
                        Arrays.asList((String[]) row.getArray("has").getArray()),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("said_by")))
                .optional();
    }
}
