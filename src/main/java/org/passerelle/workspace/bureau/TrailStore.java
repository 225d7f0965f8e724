package org.passerelle.workspace.bureau;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the trail for the director's page, and the names of those who act.
@Repository
class TrailStore {

    private static final String UUID = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    /// @param actor a user's id, or the name of a job
    /// @param actorName of that user, null for a job
    /// @param subjectName of the user whom it concerns, null for anything else
    record Row(
            long number,
            Instant at,
            String actor,
            @Nullable String actorName,
            String action,
            String subjectType,
            String subjectId,
            @Nullable String subjectName,
            String details) {}

    private final JdbcClient jdbc;

    TrailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The name of a user; the actor itself when it is a job.
    @Transactional(readOnly = true)
    public String nameOf(String actor) {
        return jdbc.sql("select name from identity.user_by_id(case when :actor ~ :uuid then :actor::uuid end)")
                .param("uuid", UUID)
                .param("actor", actor)
                .query(String.class)
                .optional()
                .orElse(actor);
    }

    /// Newest first, from a page of that many lines.
    @Transactional(readOnly = true)
    public List<Row> page(OperatorId operator, int number, int size) {
        return jdbc.sql("""
                        select l.*, a.name as actor_name, s.name as subject_name
                        from (select * from identity.trail_line where operator_id = :operator
                              order by line_no desc limit :size offset :from) l
                        left join lateral identity.user_by_id(case when l.actor ~ :uuid then l.actor::uuid end) a on true
                        left join lateral identity.user_by_id(
                            case when l.subject_type = 'user' and l.subject_id ~ :uuid then l.subject_id::uuid end) s on true
                        order by l.line_no desc""")
                .param("uuid", UUID)
                .param("operator", operator.value())
                .param("size", size)
                .param("from", (long) (number - 1) * size)
                .query((row, _) -> new Row(
                        row.getLong("line_no"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        row.getString("subject_name"),
                        row.getString("details")))
                .list();
    }
}
