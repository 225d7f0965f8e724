package org.passerelle.deadlines.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.deadlines.Deadline;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.db.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The clocks as last computed, and since when an entity is watched.
@Repository
public class ClockStore {

    private final JdbcClient sql;
    private final JsonMapper json = JsonMapper.builder().build();

    ClockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Every legal entity of the house; ids only.
    public List<OperatorId> everyOperator() {
        return sql.sql("select deadlines.watched_operators()").query(UUID.class).list().stream()
                .map(OperatorId::new)
                .toList();
    }

    /// Until the end of the transaction nobody else computes this entity's clocks.
    public void alone(OperatorId operator) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("deadlines %s".formatted(operator))
                .query(row -> {});
    }

    /// The day since which the entity is watched; the given one when nobody did yet.
    public LocalDate since(OperatorId operator, LocalDate otherwise) {
        return sql.sql("select since from deadlines.watch where operator_id = ?")
                .param(operator.value())
                .query(LocalDate.class)
                .optional()
                .orElse(otherwise);
    }

    public void computed(OperatorId operator, LocalDate since, LocalDate on) {
        sql.sql("""
                        insert into deadlines.watch (operator_id, since, computed_on) values (?, ?, ?)
                        on conflict (operator_id) do update set computed_on = excluded.computed_on""").params(operator.value(), since, on).update();
    }

    /// Makes the table say exactly this; rows that say it already are not touched.
    ///
    /// @param users the sign-in of each person, where there is one
    /// @param over ids of those that are done, lifted or past
    /// @return how many rows changed
    public int replace(OperatorId operator, List<Deadline> all, Map<PersonId, UserId> users, java.util.Set<UUID> over) {
        int changed = 0;
        for (var deadline : all) {
            var person = deadline.person();
            var user = person == null ? null : users.get(person);
            changed += put(deadline, user, over.contains(deadline.id()));
        }
        return changed
                + sql.sql("delete from deadlines.deadline where operator_id = ? and not (id = any (?))")
                        .params(operator.value(), all.stream().map(Deadline::id).toArray(UUID[]::new))
                        .update();
    }

    private int put(Deadline deadline, @Nullable UserId user, boolean over) {
        var person = deadline.person();
        return sql.sql("""
                        insert into deadlines.deadline as d
                            (operator_id, id, rule, person_id, user_id, due_on, over, clock)
                        values (:operator, :id, :rule, :person, :user, :due, :over, :clock::jsonb)
                        on conflict (operator_id, id) do update set
                            person_id = excluded.person_id, user_id = excluded.user_id, due_on = excluded.due_on,
                            over = excluded.over, clock = excluded.clock
                        where (d.person_id, d.user_id, d.due_on, d.over, d.clock) is distinct from
                              (excluded.person_id, excluded.user_id, excluded.due_on, excluded.over, excluded.clock)""")
                .param("operator", deadline.operator().value())
                .param("id", deadline.id())
                .param("rule", deadline.rule())
                .param("person", person == null ? null : person.value())
                .param("user", user == null ? null : user.value())
                .param("due", deadline.due())
                .param("over", over)
                .param("clock", json.writeValueAsString(deadline))
                .update();
    }

    /// What is still open of an entity, or of one worker's sign-in there.
    public List<Deadline> open(OperatorId operator, @Nullable UserId user) {
        return sql
                .sql("""
                        select clock from deadlines.deadline
                        where operator_id = :operator and not over and (:user::uuid is null or user_id = :user)
                        order by due_on, rule, id""")
                .param("operator", operator.value())
                .param("user", user == null ? null : user.value())
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    /// What waits for one worker, up to a day; in one trip, without a transaction.
    public List<Deadline> mine(UserId user, LocalDate until) {
        var seen =
                Scopes.current().operators().stream().map(OperatorId::toString).collect(Collectors.joining(","));
        return sql
                .sql("select clock from deadlines.mine(?, ?, ?)")
                .params(seen, user.value(), until)
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .toList();
    }

    private Deadline read(String text) {
        return json.readValue(text, Deadline.class);
    }
}
