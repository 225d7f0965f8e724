package org.passerelle.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scopes;
import org.passerelle.privacy.Hold;
import org.passerelle.privacy.Kind;
import org.passerelle.privacy.Request;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests, holds and erasures in PostgreSQL.
@Repository
public class PrivacyStore {

    private final JdbcClient jdbc;

    PrivacyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every legal entity of the house; ids only.
    public List<OperatorId> everyOperator() {
        return jdbc.sql("select privacy.every_operator()").query(UUID.class).list().stream()
                .map(OperatorId::new)
                .toList();
    }

    /// @return false when a request of that person waits already
    public boolean ask(Person person, UUID intent, Instant now, LocalDate answerBy) {
        return jdbc.sql("""
                        insert into privacy.request (operator_id, id, intent, person_id, asked_at, asked_by, answer_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(person.operator().value())
                        .param(UUID.randomUUID())
                        .param(intent)
                        .param(person.id().value())
                        .param(utc(now))
                        .param(Scopes.current().actor())
                        .param(answerBy)
                        .update()
                > 0;
    }

    public void answer(Person person, Instant now) {
        jdbc.sql("""
                        update privacy.request set answered_at = ?, answered_by = ?
                        where operator_id = ? and person_id = ? and answered_at is null""")
                .param(utc(now))
                .param(Scopes.current().actor())
                .param(person.operator().value())
                .param(person.id().value())
                .update();
    }

    /// Requests without an answer, the oldest first.
    public List<Request> waiting(OperatorId operator) {
        return jdbc.sql("select * from privacy.request where operator_id = ? and answered_at is null order by asked_at")
                .param(operator.value())
                .query((row, _) -> request(row))
                .list();
    }

    /// The last thing that this person asked.
    public Optional<Request> last(Person person) {
        return jdbc.sql("""
                        select * from privacy.request where operator_id = ? and person_id = ?
                        order by asked_at desc limit 1""")
                .param(person.operator().value())
                .param(person.id().value())
                .query((row, _) -> request(row))
                .optional();
    }

    public Optional<Hold> hold(Person person) {
        return jdbc.sql("""
                        select reason, placed_at from privacy.hold
                        where operator_id = ? and person_id = ? and lifted_at is null""")
                .param(person.operator().value())
                .param(person.id().value())
                .query((row, _) -> new Hold(row.getString(1), instant(row, "placed_at")))
                .optional();
    }

    /// @return false when one stands already
    public boolean place(Person person, String reason, Instant now) {
        return jdbc.sql("""
                        insert into privacy.hold (operator_id, id, person_id, reason, placed_at, placed_by)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(person.operator().value())
                        .param(UUID.randomUUID())
                        .param(person.id().value())
                        .param(reason)
                        .param(utc(now))
                        .param(Scopes.current().actor())
                        .update()
                > 0;
    }

    public boolean lift(Person person, Instant now) {
        return jdbc.sql("""
                        update privacy.hold set lifted_at = ?, lifted_by = ?
                        where operator_id = ? and person_id = ? and lifted_at is null""")
                        .param(utc(now))
                        .param(Scopes.current().actor())
                        .param(person.operator().value())
                        .param(person.id().value())
                        .update()
                > 0;
    }

    public Map<Kind, Instant> erased(OperatorId operator, UUID subject) {
        var erased = new EnumMap<Kind, Instant>(Kind.class);
        jdbc.sql("select kind, erased_at from privacy.erasure where operator_id = ? and subject_id = ?")
                .param(operator.value())
                .param(subject)
                .query(row -> {
                    erased.put(Kind.valueOf(row.getString(1)), instant(row, "erased_at"));
                });
        return erased;
    }

    /// @return false when it was noted before
    public boolean note(OperatorId operator, UUID subject, Kind kind, Instant now) {
        return jdbc.sql("""
                        insert into privacy.erasure (operator_id, subject_id, kind, erased_at, erased_by)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(operator.value())
                        .param(subject)
                        .param(kind.name())
                        .param(utc(now))
                        .param(Scopes.current().actor())
                        .update()
                > 0;
    }

    private static Request request(ResultSet row) throws SQLException {
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new Request(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                instant(row, "asked_at"),
                row.getObject("answer_by", LocalDate.class),
                answered == null ? null : answered.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
