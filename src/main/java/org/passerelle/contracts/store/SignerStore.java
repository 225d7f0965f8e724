package org.passerelle.contracts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Drawing;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Signature;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.platform.crypto.Forgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Who signed. Names, addresses and drawings lie sealed under the worker's key for papers, so that the frozen row can
/// be
/// forgotten (S-43).
@Repository
class SignerStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "contracts.signature";
    private static final String UNKNOWN = "—";

    /// The sealed part of a signature.
    record Who(
            String name,
            String email,
            String address,
            @Nullable String drawing) {}

    private final JdbcClient jdbc;
    private final Documents documents;

    SignerStore(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    void add(Contract contract, Signature one) {
        var drawing = one.drawing();
        var who = new Who(one.name(), one.email(), one.address(), drawing == null ? null : drawing.text());
        jdbc.sql("""
                        insert into contracts.signature (operator_id, contract_id, position, party, who_sealed, how,
                            signed_at, read_sha256, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .param(one.position())
                .param(one.party().name())
                .param(documents.seal(
                        contract.person().value(),
                        Keeping.CONTRACT,
                        contract.operator(),
                        TABLE,
                        contract.id().value(),
                        JSON.writeValueAsBytes(who)))
                .param(one.how().name())
                .param(OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
                .param(one.readSha256())
                .param(one.previous())
                .param(one.hash())
                .update();
    }

    List<Signature> of(OperatorId operator, ContractId contract, PersonId person) {
        return jdbc.sql("""
                        select * from contracts.signature where operator_id = ? and contract_id = ? order by position""")
                .param(operator.value())
                .param(contract.value())
                .query((row, _) -> {
                    var who = who(row, operator, contract, person);
                    var drawing = who.drawing();
                    return new Signature(
                            row.getInt("position"),
                            Party.valueOf(row.getString("party")),
                            who.name(),
                            who.email(),
                            Signature.How.valueOf(row.getString("how")),
                            row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                            who.address(),
                            drawing == null ? null : Drawing.of(drawing),
                            row.getString("read_sha256"),
                            row.getString("previous"),
                            row.getString("hash"));
                })
                .list();
    }

    /// Rows from before names were sealed hold them in the open.
    private Who who(ResultSet row, OperatorId operator, ContractId contract, PersonId person) throws SQLException {
        var sealed = row.getBytes("who_sealed");
        if (sealed == null) {
            return new Who(
                    row.getString("name"), row.getString("email"), row.getString("address"), row.getString("drawing"));
        }
        UUID subject = person.value();
        try {
            return JSON.readValue(
                    documents.open(subject, Keeping.CONTRACT, operator, TABLE, contract.value(), sealed), Who.class);
        } catch (Forgotten gone) {
            return new Who(UNKNOWN, UNKNOWN, UNKNOWN, null);
        }
    }
}
