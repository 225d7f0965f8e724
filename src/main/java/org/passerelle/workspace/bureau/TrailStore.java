package org.passerelle.workspace.bureau;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the trail for the director's page.
@Repository
class TrailStore {

    /// @param actor a user's id, or the name of a job
    record Row(
            long number,
            Instant at,
            String actor,
            String action,
            String subjectType,
            String subjectId,
            String details) {}

    private final JdbcClient jdbc;

    TrailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Newest first, from a page of that many lines.
    @Transactional(readOnly = true)
    public List<Row> page(OperatorId operator, int number, int size) {
        return jdbc.sql("""
                        select * from identity.trail_line where operator_id = :operator
                        order by line_no desc limit :size offset :from""")
                .param("operator", operator.value())
                .param("size", size)
                .param("from", (long) (number - 1) * size)
                .query((row, _) -> new Row(
                        row.getLong("line_no"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        row.getString("details")))
                .list();
    }
}
