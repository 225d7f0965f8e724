package org.passerelle.collection.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.collection.Dispute;
import org.passerelle.collection.Reminder;
import org.passerelle.collection.Schedule;
import org.passerelle.collection.Step;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rhythm, reminders, disputes and litigation in PostgreSQL.
@Repository
public class CollectionStore {

    /// @param file the ZIP that was made then
    public record Litigation(InvoiceId invoice, DocumentId file, Instant at) {}

    private final JdbcClient jdbc;

    CollectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One act on an invoice at a time, until the transaction ends.
    public void alone(OperatorId operator, InvoiceId invoice) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("collection %s %s".formatted(operator, invoice))
                .query(row -> {});
    }

    public Optional<Schedule> schedule(OperatorId operator, LocalDate day) {
        return jdbc.sql("""
                        select * from collection.schedule where operator_id = ? and from_day <= ?
                        order by from_day desc, set_at desc limit 1""")
                .param(operator.value())
                .param(Date.valueOf(day))
                .query((row, _) -> new Schedule(
                        row.getObject("from_day", LocalDate.class),
                        row.getInt("friendly_days"),
                        row.getInt("firm_days"),
                        row.getInt("notice_days")))
                .optional();
    }

    public void insert(OperatorId operator, Schedule schedule, Instant now) {
        jdbc.sql("""
                        insert into collection.schedule (operator_id, from_day, friendly_days, firm_days, notice_days, set_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(Date.valueOf(schedule.from()))
                .param(schedule.friendlyDays())
                .param(schedule.firmDays())
                .param(schedule.noticeDays())
                .param(utc(now))
                .update();
    }

    public void insert(OperatorId operator, Reminder reminder) {
        jdbc.sql("""
                        insert into collection.reminder (operator_id, invoice_id, step, sent_at, email, subject, said, open_cents)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(reminder.invoice().value())
                .param(reminder.step().name())
                .param(utc(reminder.at()))
                .param(reminder.email())
                .param(reminder.subject())
                .param(reminder.text())
                .param(reminder.open().cents())
                .update();
    }

    /// Oldest first.
    public List<Reminder> reminders(OperatorId operator) {
        return jdbc.sql("select * from collection.reminder where operator_id = ? order by sent_at, step")
                .param(operator.value())
                .query((row, _) -> new Reminder(
                        invoice(row),
                        Step.valueOf(row.getString("step")),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("email"),
                        row.getString("subject"),
                        row.getString("said"),
                        Money.ofCents(row.getLong("open_cents"))))
                .list();
    }

    public void insert(OperatorId operator, Dispute dispute) {
        jdbc.sql("""
                        insert into collection.dispute (operator_id, id, invoice_id, opened_at, opened_by, reason)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(dispute.id())
                .param(dispute.invoice().value())
                .param(utc(dispute.openedAt()))
                .param(dispute.by().name())
                .param(dispute.reason())
                .update();
    }

    public void close(OperatorId operator, UUID dispute, String outcome, Instant now) {
        jdbc.sql("""
                        update collection.dispute set closed_at = ?, outcome = ?
                        where operator_id = ? and id = ? and closed_at is null""")
                .param(utc(now))
                .param(outcome)
                .param(operator.value())
                .param(dispute)
                .update();
    }

    /// Newest first.
    public List<Dispute> disputes(OperatorId operator) {
        return jdbc.sql("select * from collection.dispute where operator_id = ? order by opened_at desc, id")
                .param(operator.value())
                .query((row, _) -> {
                    var closed = row.getObject("closed_at", OffsetDateTime.class);
                    return new Dispute(
                            row.getObject("id", UUID.class),
                            invoice(row),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            Dispute.By.valueOf(row.getString("opened_by")),
                            row.getString("reason"),
                            closed == null ? null : closed.toInstant(),
                            row.getString("outcome"));
                })
                .list();
    }

    public void insert(OperatorId operator, Litigation litigation) {
        jdbc.sql(
                        "insert into collection.litigation (operator_id, invoice_id, document_id, moved_at) values (?, ?, ?, ?)")
                .param(operator.value())
                .param(litigation.invoice().value())
                .param(litigation.file().value())
                .param(utc(litigation.at()))
                .update();
    }

    public Map<InvoiceId, Litigation> litigations(OperatorId operator) {
        var all = new HashMap<InvoiceId, Litigation>();
        jdbc.sql("select * from collection.litigation where operator_id = ?")
                .param(operator.value())
                .query((row, _) -> new Litigation(
                        invoice(row),
                        new DocumentId(row.getObject("document_id", UUID.class)),
                        row.getObject("moved_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(one -> all.put(one.invoice(), one));
        return all;
    }

    private static InvoiceId invoice(ResultSet row) throws SQLException {
        return new InvoiceId(row.getObject("invoice_id", UUID.class));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
