package org.passerelle.joining.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Answers;
import org.passerelle.joining.Application;
import org.passerelle.joining.ApplicationState;
import org.passerelle.joining.Proof;
import org.passerelle.joining.ProofKind;
import org.passerelle.joining.TitleAnswer;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Applications and their proofs. What was said is sealed under the entity's key (S-40).
@Repository
public class ApplicationStore {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "joining.application";

    private final JdbcClient jdbc;
    private final Vault vault;

    ApplicationStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// One at a time for a sign-in in an entity.
    public void alone(OperatorId operator, UserId user) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("joining %s %s".formatted(operator, user))
                .query(row -> {});
    }

    public void insert(OperatorId operator, ApplicationId id, UserId user, String email, Answers answers, Instant now) {
        jdbc.sql("""
                        insert into joining.application (operator_id, id, user_id, email, state, answers_sealed, opened_at, saved_at)
                        values (?, ?, ?, ?, 'OPEN', ?, ?, ?)""")
                .param(operator.value())
                .param(id.value())
                .param(user.value())
                .param(email)
                .param(sealed(operator, id, answers))
                .param(utc(now))
                .param(utc(now))
                .update();
    }

    public Optional<Application> find(ApplicationId id) {
        return jdbc.sql("""
                        select * from joining.application
                        where operator_id = any ((select platform.operators())::uuid[]) and id = ?""").param(id.value()).query((row, _) -> read(row)).optional();
    }

    /// Nobody else changes it until the transaction ends.
    public Optional<Application> lock(ApplicationId id) {
        jdbc.sql("select 1 from joining.application where id = ? for update")
                .param(id.value())
                .query(row -> {});
        return find(id);
    }

    /// The newest that is not declined comes first.
    public List<Application> of(UserId user) {
        return jdbc.sql("""
                        select * from joining.application
                        where operator_id = any ((select platform.operators())::uuid[]) and user_id = ?
                        order by state = 'DECLINED', opened_at desc""").param(user.value()).query((row, _) -> read(row)).list();
    }

    public Optional<Application> ofPerson(OperatorId operator, PersonId person) {
        return jdbc.sql("select * from joining.application where operator_id = ? and person_id = ?")
                .param(operator.value())
                .param(person.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those that wait for the house first.
    public List<Application> all(OperatorId operator) {
        return jdbc.sql("""
                        select * from joining.application where operator_id = ?
                        order by array_position(array['SUBMITTED', 'OPEN', 'ADMITTED', 'DECLINED'], state), saved_at desc, id""")
                .param(operator.value())
                .query((row, _) -> read(row))
                .list();
    }

    public void answers(Application application, Answers answers, Instant now) {
        jdbc.sql("update joining.application set answers_sealed = ?, saved_at = ? where operator_id = ? and id = ?")
                .param(sealed(application.operator(), application.id(), answers))
                .param(utc(now))
                .param(application.operator().value())
                .param(application.id().value())
                .update();
    }

    public void submitted(Application application, Instant now) {
        jdbc.sql("""
                        update joining.application set state = 'SUBMITTED', submitted_at = ?, saved_at = ?
                        where operator_id = ? and id = ?""")
                .param(utc(now))
                .param(utc(now))
                .param(application.operator().value())
                .param(application.id().value())
                .update();
    }

    public void declined(Application application, String reason, Instant now) {
        jdbc.sql("""
                        update joining.application set state = 'DECLINED', decline_reason = ?, decided_at = ?
                        where operator_id = ? and id = ?""")
                .param(reason)
                .param(utc(now))
                .param(application.operator().value())
                .param(application.id().value())
                .update();
    }

    public void admitted(Application application, Application.Admitted made, Instant now) {
        var client = made.client();
        var mission = made.mission();
        jdbc.sql("""
                        update joining.application set state = 'ADMITTED', decided_at = ?, person_id = ?, client_id = ?,
                            mission_id = ? where operator_id = ? and id = ?""")
                .param(utc(now))
                .param(made.person().value())
                .param(client == null ? null : client.value())
                .param(mission == null ? null : mission.value())
                .param(application.operator().value())
                .param(application.id().value())
                .update();
    }

    public void title(Application application, @Nullable LocalDate asked, @Nullable TitleAnswer answer) {
        jdbc.sql("update joining.application set title_asked_on = ?, title_answer = ? where operator_id = ? and id = ?")
                .param(asked)
                .param(answer == null ? null : answer.name())
                .param(application.operator().value())
                .param(application.id().value())
                .update();
    }

    /// The newer file takes the place of the one of the same kind.
    public void add(Application application, Proof proof) {
        jdbc.sql("""
                        update joining.proof set replaced = true
                        where operator_id = ? and application_id = ? and kind = ? and not replaced""")
                .param(application.operator().value())
                .param(application.id().value())
                .param(proof.kind().name())
                .update();
        jdbc.sql("""
                        insert into joining.proof (operator_id, id, application_id, kind, document_id, file_name, added_at,
                            expires_on, verdict)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')""")
                .param(application.operator().value())
                .param(proof.id())
                .param(application.id().value())
                .param(proof.kind().name())
                .param(proof.document().value())
                .param(proof.fileName())
                .param(utc(proof.addedAt()))
                .param(proof.expires())
                .update();
    }

    public void judge(
            Application application,
            UUID proof,
            Proof.Verdict verdict,
            @Nullable String reason,
            String by,
            Instant now) {
        jdbc.sql("""
                        update joining.proof set verdict = ?, reason = ?, judged_by = ?, judged_at = ?
                        where operator_id = ? and application_id = ? and id = ?""")
                .param(verdict.name())
                .param(reason)
                .param(by)
                .param(utc(now))
                .param(application.operator().value())
                .param(application.id().value())
                .param(proof)
                .update();
    }

    private List<Proof> proofs(OperatorId operator, ApplicationId application) {
        return jdbc.sql("""
                        select * from joining.proof where operator_id = ? and application_id = ? and not replaced
                        order by added_at, id""")
                .param(operator.value())
                .param(application.value())
                .query((row, _) -> new Proof(
                        row.getObject("id", UUID.class),
                        ProofKind.valueOf(row.getString("kind")),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getString("file_name"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_on", LocalDate.class),
                        Proof.Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason")))
                .list();
    }

    private Application read(ResultSet row) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = new ApplicationId(row.getObject("id", UUID.class));
        var submitted = row.getObject("submitted_at", OffsetDateTime.class);
        var answer = row.getString("title_answer");
        var person = row.getObject("person_id", UUID.class);
        var client = row.getObject("client_id", UUID.class);
        var mission = row.getObject("mission_id", UUID.class);
        return new Application(
                id,
                operator,
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                ApplicationState.valueOf(row.getString("state")),
                opened(operator, id, row.getBytes("answers_sealed")),
                proofs(operator, id),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                submitted == null ? null : submitted.toInstant(),
                row.getString("decline_reason"),
                row.getObject("title_asked_on", LocalDate.class),
                answer == null ? null : TitleAnswer.valueOf(answer),
                person == null
                        ? null
                        : new Application.Admitted(
                                new PersonId(person),
                                client == null ? null : new ClientId(client),
                                mission == null ? null : new MissionId(mission)));
    }

    /// Takes the words out of an application: what was said, where to reach the person, the names of the files.
    public void forget(OperatorId operator, ApplicationId id) {
        jdbc.sql("""
                        update joining.application set answers_sealed = ?, email = '',
                            decline_reason = case when decline_reason is null then null else '—' end
                        where operator_id = ? and id = ?""")
                .param(sealed(operator, id, new Answers(Map.of())))
                .param(operator.value())
                .param(id.value())
                .update();
        jdbc.sql("""
                        update joining.proof set file_name = kind, reason = case when reason is null then null else '—' end
                        where operator_id = ? and application_id = ?""").param(operator.value()).param(id.value()).update();
    }

    /// The applications by which somebody became a person of the entity.
    public List<ApplicationId> thatLedTo(OperatorId operator, PersonId person) {
        return jdbc.sql("select id from joining.application where operator_id = ? and person_id = ?")
                .param(operator.value())
                .param(person.value())
                .query((row, _) -> new ApplicationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Applications that led nowhere and that nobody touched since.
    public List<ApplicationId> untouchedSince(OperatorId operator, Instant moment) {
        return jdbc.sql("""
                        select id from joining.application
                        where operator_id = ? and person_id is null and email <> ''
                            and greatest(saved_at, submitted_at, decided_at) < ?
                        order by saved_at""")
                .param(operator.value())
                .param(utc(moment))
                .query((row, _) -> new ApplicationId(row.getObject(1, UUID.class)))
                .list();
    }

    /// Links by mail to this address hold nothing any more.
    public void forgetInvitations(OperatorId operator, String email) {
        jdbc.sql("""
                        update joining.invitation set email = '', used_at = coalesce(used_at, made_at), carried_sealed = ''::bytea
                        where operator_id = ? and email = ?""").param(operator.value()).param(email).update();
    }

    private byte[] sealed(OperatorId operator, ApplicationId id, Answers answers) {
        return vault.seal(operator, TABLE, "answers", id.value(), JSON.writeValueAsString(answers.values()));
    }

    private Answers opened(OperatorId operator, ApplicationId id, byte[] sealed) {
        return new Answers(JSON.readValue(vault.open(operator, TABLE, "answers", id.value(), sealed), WORDS));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
