package org.passerelle.invoicing.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.invoicing.Fence;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.audit.EveryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Series that count less than what left the house.
@Repository
public class FenceStore {

    private static final String OPEN = """
            from invoicing.fence f
            where f.operator_id = ? and not exists (select from invoicing.fence_lifted l
                where l.operator_id = f.operator_id and l.fence_id = f.id)""";

    private final JdbcClient jdbc;
    private final EveryOperator every;

    FenceStore(JdbcClient jdbc, EveryOperator every) {
        this.jdbc = jdbc;
        this.every = every;
    }

    /// A series found behind its witness.
    public record Ahead(OperatorId operator, Fence fence) {}

    /// Of all operators: stored files of invoices, and invoices, against the counters.
    public List<Ahead> ahead() {
        return every.sql()
                .sql("""
                        select w.operator_id, gen_random_uuid() as id, w.series, max(w.number) as witness,
                               coalesce(max(s.last), 0) as counter, max(w.day) as last_day
                        from (
                            select operator_id, substring(file_name from '^(.+)-[0-9]+[.]pdf$') as series,
                                   substring(file_name from '-([0-9]+)[.]pdf$')::bigint as number,
                                   (stored_at at time zone 'Europe/Paris')::date as day
                            from documents.document where kind = 'invoice' and file_name ~ '^.+-[0-9]{1,18}[.]pdf$'
                            union all
                            select operator_id, series, sequence, issue_date from invoicing.invoice) w
                        left join invoicing.series s on s.operator_id = w.operator_id and s.series = w.series
                        group by w.operator_id, w.series
                        having max(w.number) > coalesce(max(s.last), 0)""")
                .query((row, _) -> new Ahead(new OperatorId(row.getObject("operator_id", UUID.class)), fence(row)))
                .list();
    }

    /// @return false when the series is fenced already
    public boolean raise(OperatorId operator, Fence fence, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("fence %s %s".formatted(operator, fence.series()))
                .query(row -> {});
        if (open(operator).stream().anyMatch(other -> other.series().equals(fence.series()))) return false;
        jdbc.sql("""
                        insert into invoicing.fence (operator_id, id, series, witness, counter, last_day, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        operator.value(),
                        fence.id(),
                        fence.series(),
                        fence.witness(),
                        fence.counter(),
                        fence.lastDay(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return true;
    }

    public List<Fence> open(OperatorId operator) {
        return jdbc.sql("select f.id, f.series, f.witness, f.counter, f.last_day " + OPEN + " order by f.series")
                .param(operator.value())
                .query((row, _) -> fence(row))
                .list();
    }

    /// Whether the series issues nothing for now.
    public boolean isFenced(OperatorId operator, String series) {
        return jdbc.sql("select exists (select " + OPEN + " and f.series = ?)")
                .param(operator.value())
                .param(series)
                .query(Boolean.class)
                .single();
    }

    /// The series goes on after the witness, and never before its last day.
    ///
    /// @return how many numbers up to the witness no invoice carries
    public long lift(OperatorId operator, Fence fence, String reason, Instant now) {
        jdbc.sql("""
                        insert into invoicing.series as s (operator_id, series, last, last_date) values (?, ?, ?, ?)
                        on conflict (operator_id, series) do update set last = greatest(s.last, excluded.last),
                            last_date = greatest(s.last_date, excluded.last_date)""")
                .params(operator.value(), fence.series(), fence.witness(), fence.lastDay())
                .update();
        long missing = jdbc.sql("""
                        select ? - (select count(*) from invoicing.invoice
                                    where operator_id = ? and series = ? and sequence <= ?)
                             - (select coalesce(sum(l.missing), 0) from invoicing.fence_lifted l
                                join invoicing.fence f on f.operator_id = l.operator_id and f.id = l.fence_id
                                where l.operator_id = ? and f.series = ?)""")
                .params(
                        fence.witness(),
                        operator.value(),
                        fence.series(),
                        fence.witness(),
                        operator.value(),
                        fence.series())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into invoicing.fence_lifted (operator_id, fence_id, missing, reason, lifted_at, lifted_by)
                        values (?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))
                        on conflict do nothing""")
                .params(operator.value(), fence.id(), missing, reason, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return missing;
    }

    private static Fence fence(ResultSet row) throws SQLException {
        return new Fence(
                row.getObject("id", UUID.class),
                row.getString("series"),
                row.getLong("witness"),
                row.getLong("counter"),
                row.getObject("last_day", LocalDate.class));
    }
}
