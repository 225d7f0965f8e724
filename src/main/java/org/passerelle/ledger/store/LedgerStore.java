package org.passerelle.ledger.store;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Closing;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Line;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Entries and lines in PostgreSQL.
@Repository
public class LedgerStore {

    private final JdbcClient jdbc;

    LedgerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param hash of the entry that the book holds for this source
    public record Posted(EntryId id, byte[] hash) {}

    /// One round trip; see the function `ledger.post`.
    public Posted post(Entry entry, byte[] hash, @Nullable EntryId reverses, LocalDate today, Instant now) {
        var lines = entry.lines();
        return jdbc.sql("""
                        select posted_id, posted_hash from ledger.post(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?,
                            ?::text[], ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[],
                            ?::text[], ?::text[], ?::text[])""")
                .param(entry.operator().value())
                .param(entry.id().value())
                .param(entry.journal())
                .param(Date.valueOf(entry.date()))
                .param(entry.source())
                .param(entry.pieceRef())
                .param(Date.valueOf(entry.pieceDate()))
                .param(entry.label())
                .param(hash)
                .param(reverses == null ? null : reverses.toString())
                .param(Date.valueOf(today))
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(texts(lines, Line::account))
                .param(texts(lines, Line::aux))
                .param(texts(lines, Line::auxLabel))
                .param(texts(lines, l -> l.worker() == null ? null : l.worker().toString()))
                .param(lines.stream().mapToLong(l -> l.debit().cents()).toArray())
                .param(lines.stream().mapToLong(l -> l.credit().cents()).toArray())
                .param(texts(lines, l -> l.label().isBlank() ? entry.label() : l.label()))
                .param(texts(lines, Line::category))
                .param(texts(lines, Line::clause))
                .query((row, _) ->
                        new Posted(new EntryId(row.getObject("posted_id", UUID.class)), row.getBytes("posted_hash")))
                .single();
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Line, @Nullable String> field) {
        var texts = new @Nullable String[lines.size()];
        for (int i = 0; i < texts.length; i++) texts[i] = field.apply(lines.get(i));
        return texts;
    }

    public Optional<EntryId> of(OperatorId operator, String source) {
        return jdbc.sql("select id from ledger.entry where operator_id = ? and source = ?")
                .param(operator.value())
                .param(source)
                .query((row, _) -> new EntryId(row.getObject("id", UUID.class)))
                .optional();
    }

    public Optional<Entry> find(OperatorId operator, EntryId id) {
        return jdbc.sql("""
                        select journal, date, source, piece_ref, piece_date, label from ledger.entry
                        where operator_id = ? and id = ?""")
                .param(operator.value())
                .param(id.value())
                .query((row, _) -> new Entry(
                        id,
                        operator,
                        row.getString("journal"),
                        row.getObject("date", LocalDate.class),
                        row.getString("source"),
                        row.getString("piece_ref"),
                        row.getObject("piece_date", LocalDate.class),
                        row.getString("label"),
                        lines(operator, id)))
                .optional();
    }

    private List<Line> lines(OperatorId operator, EntryId entry) {
        return jdbc.sql("""
                        select account, aux, aux_label, worker_id, debit_cents, credit_cents, label, category, clause
                        from ledger.line where operator_id = ? and entry_id = ? order by position""")
                .param(operator.value())
                .param(entry.value())
                .query((row, _) -> {
                    var worker = row.getObject("worker_id", UUID.class);
                    return new Line(
                            row.getString("account"),
                            row.getString("aux"),
                            row.getString("aux_label"),
                            worker == null ? null : new PersonId(worker),
                            Money.ofCents(row.getLong("debit_cents")),
                            Money.ofCents(row.getLong("credit_cents")),
                            row.getString("label"),
                            row.getString("category"),
                            row.getString("clause"));
                })
                .list();
    }

    /// Closes a month for good. Waits for the postings in flight, whose counters it locks.
    ///
    /// @return false when the month was closed before
    public boolean close(OperatorId operator, Month month, Instant now, String by) {
        jdbc.sql("""
                        insert into ledger.counter
                        select ?, years.year, files.file, 0, ?
                        from generate_series(?, ?) as years (year), (values ('A'), ('G')) as files (file)
                        order by 2, 3
                        on conflict do nothing""")
                .param(operator.value())
                .param(Date.valueOf(month.firstDay()))
                .param(month.year() - 1)
                .param(month.year())
                .update();
        jdbc.sql("select 1 from ledger.counter where operator_id = ? order by year, file for update")
                .param(operator.value())
                .query(Integer.class)
                .list();
        return jdbc.sql("""
                                insert into ledger.closing (operator_id, month, closed_at, closed_by)
                                values (?, ?, ?, ?) on conflict do nothing""")
                        .param(operator.value())
                        .param(Date.valueOf(month.firstDay()))
                        .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param(by)
                        .update()
                == 1;
    }

    public List<Closing> closings(OperatorId operator) {
        return jdbc.sql(
                        "select month, closed_at, closed_by from ledger.closing where operator_id = ? order by month desc")
                .param(operator.value())
                .query((row, _) -> new Closing(
                        Month.containing(row.getDate("month").toLocalDate()),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getString("closed_by")))
                .list();
    }

    public Optional<Month> opened(OperatorId operator) {
        return jdbc.sql("select min(date) from ledger.entry where operator_id = ? having min(date) is not null")
                .param(operator.value())
                .query(LocalDate.class)
                .optional()
                .map(Month::containing);
    }

    public Optional<Month> closedThrough(OperatorId operator) {
        return jdbc.sql("select max(month) from ledger.closing where operator_id = ? having max(month) is not null")
                .param(operator.value())
                .query(LocalDate.class)
                .optional()
                .map(Month::containing);
    }
}
