package org.passerelle.deadlines.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Mark;
import org.passerelle.deadlines.Subject;
import org.passerelle.deadlines.ToldFact;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people said: dates told, marks set, reminders said. Nothing is changed, only added.
@Repository
public class FactStore {

    private final JdbcClient sql;

    FactStore(JdbcClient sql) {
        this.sql = sql;
    }

    public void tell(OperatorId operator, UUID intent, Fact fact, String by, Instant at) {
        sql.sql("""
                        insert into deadlines.fact
                            (operator_id, id, intent, kind, subject_kind, subject_id, day, told_by, told_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        operator.value(),
                        UUID.randomUUID(),
                        intent,
                        fact.kind().name(),
                        fact.subject().kind().name(),
                        fact.subject().id(),
                        fact.day(),
                        by,
                        OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /// Whether the entity was ever told it.
    public boolean knows(OperatorId operator, UUID fact) {
        return sql.sql("select count(*) from deadlines.fact where operator_id = ? and id = ?")
                        .params(operator.value(), fact)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// @return false when it was withdrawn before
    public boolean withdraw(OperatorId operator, UUID fact, String by, Instant at) {
        return sql.sql("""
                        insert into deadlines.withdrawn_fact (operator_id, fact_id, withdrawn_by, withdrawn_at)
                        select operator_id, id, ?, ? from deadlines.fact where operator_id = ? and id = ?
                        on conflict do nothing""")
                        .params(by, OffsetDateTime.ofInstant(at, ZoneOffset.UTC), operator.value(), fact)
                        .update()
                > 0;
    }

    /// Those that stand, the latest told first.
    public List<ToldFact> facts(OperatorId operator) {
        return sql.sql("""
                        select f.* from deadlines.fact f
                        left join deadlines.withdrawn_fact w
                               on w.operator_id = f.operator_id and w.fact_id = f.id
                        where f.operator_id = ? and w.fact_id is null
                        order by f.told_at desc, f.id""")
                .param(operator.value())
                .query((row, _) -> new ToldFact(
                        row.getObject("id", UUID.class),
                        new Fact(
                                FactKind.valueOf(row.getString("kind")),
                                new Subject(
                                        Subject.Kind.valueOf(row.getString("subject_kind")),
                                        row.getObject("subject_id", UUID.class)),
                                row.getObject("day", LocalDate.class)),
                        row.getString("told_by"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void mark(OperatorId operator, UUID intent, UUID deadline, Mark mark) {
        sql.sql("""
                        insert into deadlines.mark
                            (operator_id, id, intent, deadline_id, kind, day, reason, marked_by, marked_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        operator.value(),
                        UUID.randomUUID(),
                        intent,
                        deadline,
                        mark.kind().name(),
                        mark.day(),
                        mark.reason(),
                        mark.by(),
                        OffsetDateTime.ofInstant(mark.at(), ZoneOffset.UTC))
                .update();
    }

    /// The last word said of each deadline.
    public Map<UUID, Mark> marks(OperatorId operator) {
        var marks = new HashMap<UUID, Mark>();
        sql.sql("""
                        select distinct on (deadline_id) deadline_id, kind, day, reason, marked_by, marked_at
                        from deadlines.mark where operator_id = ? order by deadline_id, number desc""").param(operator.value()).query(row -> {
            marks.put(
                    row.getObject("deadline_id", UUID.class),
                    new Mark(
                            Mark.Kind.valueOf(row.getString("kind")),
                            row.getObject("day", LocalDate.class),
                            row.getString("reason"),
                            row.getString("marked_by"),
                            row.getObject("marked_at", OffsetDateTime.class).toInstant()));
        });
        return marks;
    }

    /// @return false when it was said before
    public boolean remind(OperatorId operator, UUID deadline, LocalDate alert, Instant at) {
        return sql.sql("""
                        insert into deadlines.reminder (operator_id, deadline_id, alert_on, said_at)
                        values (?, ?, ?, ?) on conflict do nothing""")
                        .params(operator.value(), deadline, alert, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
