package org.passerelle.contracts.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Signature;
import org.passerelle.contracts.core.Snapshot;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Papers, consents and sealed files in PostgreSQL.
@Repository
public class ContractStore {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            select c.*, s.document_id sealed_document, s.sha256 sealed_sha256, s.key_no, s.sealed_at, s.time_stamped
            from contracts.contract c
            left join contracts.sealed s on s.operator_id = c.operator_id and s.contract_id = c.id
            """;

    private final JdbcClient jdbc;
    private final SignerStore signers;

    ContractStore(JdbcClient jdbc, SignerStore signers) {
        this.jdbc = jdbc;
        this.signers = signers;
    }

    public void insert(Contract contract, UUID intent) {
        var client = contract.client();
        var mission = contract.mission();
        jdbc.sql("""
                        insert into contracts.contract (operator_id, id, intent, code, kind, person_id, client_id, mission_id,
                            facts, state, drafted_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'DRAFT', ?)""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .param(intent)
                .param(contract.code())
                .param(contract.kind().name())
                .param(contract.person().value())
                .param(client == null ? null : client.value())
                .param(mission == null ? null : mission.value())
                .param(JSON.writeValueAsString(contract.facts()))
                .param(utc(contract.draftedAt()))
                .update();
    }

    public int nextNumber(OperatorId operator, int year) {
        return jdbc.sql("""
                        insert into contracts.series (operator_id, year, last) values (?, ?, 1)
                        on conflict (operator_id, year) do update set last = contracts.series.last + 1 returning last""")
                .param(operator.value())
                .param(year)
                .query(Integer.class)
                .single();
    }

    public void facts(Contract contract, Map<String, String> facts) {
        jdbc.sql("update contracts.contract set facts = ?::jsonb where operator_id = ? and id = ? and state = 'DRAFT'")
                .param(JSON.writeValueAsString(facts))
                .param(contract.operator().value())
                .param(contract.id().value())
                .update();
    }

    public void send(Contract contract, Contract.Sent sent, Snapshot content) {
        jdbc.sql("""
                        update contracts.contract set state = 'TO_SIGN', sent_at = ?, expires_at = ?, read_document = ?,
                            read_sha256 = ?, content = ?::jsonb
                        where operator_id = ? and id = ?""")
                .param(utc(sent.at()))
                .param(utc(sent.expiresAt()))
                .param(sent.read().value())
                .param(sent.readSha256())
                .param(JSON.writeValueAsString(content))
                .param(contract.operator().value())
                .param(contract.id().value())
                .update();
    }

    public Snapshot content(Contract contract) {
        return jdbc.sql("select content from contracts.contract where operator_id = ? and id = ?")
                .param(contract.operator().value())
                .param(contract.id().value())
                .query((row, _) -> JSON.readValue(row.getString(1), Snapshot.class))
                .single();
    }

    public void close(Contract contract, ContractState state, Contract.@Nullable Closing closing) {
        jdbc.sql("""
                        update contracts.contract set state = ?, closed_at = ?, closed_by = ?, closed_reason = ?
                        where operator_id = ? and id = ?""")
                .param(state.name())
                .param(closing == null ? null : utc(closing.at()))
                .param(closing == null ? null : closing.by())
                .param(closing == null ? null : closing.reason())
                .param(contract.operator().value())
                .param(contract.id().value())
                .update();
    }

    public void sign(Contract contract, Signature one) {
        signers.add(contract, one);
    }

    public void seal(Contract contract, Contract.Sealed sealed) {
        jdbc.sql("""
                        insert into contracts.sealed (operator_id, contract_id, document_id, sha256, key_no, sealed_at,
                            time_stamped)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .param(sealed.document().value())
                .param(sealed.sha256())
                .param(sealed.keyNumber())
                .param(utc(sealed.at()))
                .param(sealed.timeStamped())
                .update();
        close(contract, ContractState.SIGNED, null);
    }

    /// Takes the words out of the papers of somebody who is forgotten; drafts and papers still to be signed are
    /// withdrawn.
    public void forget(OperatorId operator, PersonId person, Instant now) {
        jdbc.sql("""
                        update contracts.contract set state = 'WITHDRAWN', closed_at = ?, closed_by = 'RG-02', closed_reason = '—'
                        where operator_id = ? and person_id = ? and state in ('DRAFT', 'TO_SIGN')""")
                .param(utc(now))
                .param(operator.value())
                .param(person.value())
                .update();
        jdbc.sql("""
                        update contracts.contract set forgotten_at = ?, facts = '{}',
                            content = case when content is null then null else '{}'::jsonb end,
                            closed_reason = case when closed_reason is null then null else '—' end
                        where operator_id = ? and person_id = ? and forgotten_at is null""")
                .param(utc(now))
                .param(operator.value())
                .param(person.value())
                .update();
    }

    public Optional<Contract> find(ContractId id) {
        return jdbc.sql(COLUMNS + " where c.operator_id = any ((select platform.operators())::uuid[]) and c.id = ?")
                .param(id.value())
                .query((row, _) -> contract(row))
                .optional();
    }

    /// Nobody else changes it until the transaction ends.
    public Optional<Contract> lock(ContractId id) {
        jdbc.sql("""
                        select 1 from contracts.contract
                        where operator_id = any ((select platform.operators())::uuid[]) and id = ? for update""").param(id.value()).query(row -> {});
        return find(id);
    }

    public Optional<Contract> byIntent(OperatorId operator, UUID intent) {
        return jdbc.sql(COLUMNS + " where c.operator_id = ? and c.intent = ?")
                .param(operator.value())
                .param(intent)
                .query((row, _) -> contract(row))
                .optional();
    }

    /// Papers that wait for a signature, or did until they expired.
    public List<ContractId> toSign(OperatorId operator) {
        return jdbc.sql(
                        "select id from contracts.contract where operator_id = ? and state = 'TO_SIGN' order by sent_at")
                .param(operator.value())
                .query((row, _) -> new ContractId(row.getObject(1, UUID.class)))
                .list();
    }

    /// The newest first.
    public List<Contract> all(OperatorId operator) {
        return jdbc.sql(COLUMNS + " where c.operator_id = ? order by c.drafted_at desc, c.code desc")
                .param(operator.value())
                .query((row, _) -> contract(row))
                .list();
    }

    public List<Contract> ofPerson(OperatorId operator, PersonId person) {
        return jdbc.sql(COLUMNS
                        + " where c.operator_id = ? and c.person_id = ? order by c.drafted_at desc, c.code desc")
                .param(operator.value())
                .param(person.value())
                .query((row, _) -> contract(row))
                .list();
    }

    public List<Contract> ofMission(OperatorId operator, MissionId mission) {
        return jdbc.sql(COLUMNS
                        + " where c.operator_id = ? and c.mission_id = ? order by c.drafted_at desc, c.code desc")
                .param(operator.value())
                .param(mission.value())
                .query((row, _) -> contract(row))
                .list();
    }

    public Map<String, String> house(OperatorId operator) {
        var facts = new LinkedHashMap<String, String>();
        jdbc.sql("select key, value from contracts.house_fact where operator_id = ? order by key")
                .param(operator.value())
                .query(row -> {
                    facts.put(row.getString(1), row.getString(2));
                });
        return facts;
    }

    public void sayHouse(OperatorId operator, String key, String value) {
        jdbc.sql("""
                        insert into contracts.house_fact (operator_id, key, value) values (?, ?, ?)
                        on conflict (operator_id, key) do update set value = excluded.value""").param(operator.value()).param(key).param(value).update();
    }

    private Contract contract(ResultSet row) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = new ContractId(row.getObject("id", UUID.class));
        var client = row.getObject("client_id", UUID.class);
        var mission = row.getObject("mission_id", UUID.class);
        var sentAt = instant(row, "sent_at");
        var expiresAt = instant(row, "expires_at");
        var read = row.getObject("read_document", UUID.class);
        var reason = row.getString("closed_reason");
        var closedAt = instant(row, "closed_at");
        var document = row.getObject("sealed_document", UUID.class);
        var sealedAt = instant(row, "sealed_at");
        return new Contract(
                id,
                operator,
                row.getString("code"),
                PaperKind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("person_id", UUID.class)),
                client == null ? null : new ClientId(client),
                mission == null ? null : new MissionId(mission),
                JSON.readValue(row.getString("facts"), FACTS),
                ContractState.valueOf(row.getString("state")),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                sentAt == null || expiresAt == null || read == null
                        ? null
                        : new Contract.Sent(sentAt, expiresAt, new DocumentId(read), row.getString("read_sha256")),
                reason == null || closedAt == null
                        ? null
                        : new Contract.Closing(closedAt, row.getString("closed_by"), reason),
                signers.of(operator, id, new PersonId(row.getObject("person_id", UUID.class))),
                document == null || sealedAt == null
                        ? null
                        : new Contract.Sealed(
                                new DocumentId(document),
                                row.getString("sealed_sha256"),
                                row.getInt("key_no"),
                                sealedAt,
                                row.getBoolean("time_stamped")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
