package org.passerelle.banking.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.BankLine;
import org.passerelle.banking.BankLineState;
import org.passerelle.banking.MatchedPart;
import org.passerelle.banking.core.LineKeys;
import org.passerelle.banking.core.ReadStatement;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PaymentOrderId;
import org.passerelle.kernel.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Statements, their lines, and what each line was matched with.
@Repository
public class StatementStore {

    private static final String LINE = """
            select l.*, m.line_id is not null as matched from banking.line l
            left join banking.match m on m.operator_id = l.operator_id and m.line_id = l.id
            where l.operator_id = ?
            """;

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends nobody else takes in statements or makes payment files for this entity.
    public void lockDesk(OperatorId operator) {
        jdbc.sql("insert into banking.desk (operator_id) values (?) on conflict do nothing")
                .param(operator.value())
                .update();
        jdbc.sql("select files from banking.desk where operator_id = ? for update")
                .param(operator.value())
                .query(Integer.class)
                .single();
    }

    public Optional<StatementId> known(OperatorId operator, byte[] account, String contentHash) {
        return jdbc.sql("select id from banking.statement where operator_id = ? and account = ? and content_hash = ?")
                .param(operator.value())
                .param(account)
                .param(contentHash)
                .query(UUID.class)
                .optional()
                .map(StatementId::new);
    }

    /// The number of a statement that tells of one of these days in another layout: the same movements would be
    /// named otherwise, and counted twice.
    public Optional<String> inAnotherLayout(OperatorId operator, byte[] account, ReadStatement statement) {
        return jdbc.sql("""
                        select number from banking.statement
                        where operator_id = ? and account = ? and layout <> ? and start_day <= ? and end_day >= ?
                        order by start_day, number limit 1""")
                .param(operator.value())
                .param(account)
                .param(statement.layout())
                .param(statement.end())
                .param(statement.start())
                .query(String.class)
                .optional();
    }

    public void insert(
            OperatorId operator, StatementId id, byte[] account, String hash, ReadStatement statement, Instant now) {
        jdbc.sql("""
                        insert into banking.statement (operator_id, id, account, content_hash, number, sequence, start_day,
                            end_day, opening_cents, closing_cents, layout, balanced, imported_at, imported_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))""")
                .param(operator.value())
                .param(id.value())
                .param(account)
                .param(hash)
                .param(statement.number())
                .param(statement.sequence())
                .param(statement.start())
                .param(statement.end())
                .param(statement.opening().cents())
                .param(statement.closing().cents())
                .param(statement.layout())
                .param(statement.balanced())
                .param(utc(now))
                .update();
    }

    /// @return false when the line was there already
    public boolean insert(
            OperatorId operator,
            BankLineId id,
            byte[] account,
            StatementId statement,
            int position,
            LineKeys.Keyed line) {
        var movement = line.movement();
        return jdbc.sql("""
                        insert into banking.line (operator_id, id, account, line_key, occurrence, statement_id, position,
                            reference, booking_day, value_day, amount_cents, reversal, return_reason, counterparty,
                            end_to_end_id, payment_id, remittance)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (operator_id, account, line_key, occurrence) do nothing""")
                        .param(operator.value())
                        .param(id.value())
                        .param(account)
                        .param(line.key())
                        .param(line.occurrence())
                        .param(statement.value())
                        .param(position)
                        .param(line.reference())
                        .param(movement.bookingDate())
                        .param(movement.valueDate())
                        .param(movement.amount().cents())
                        .param(movement.reversal())
                        .param(movement.returnReason())
                        .param(movement.counterparty())
                        .param(movement.endToEndId())
                        .param(movement.paymentId())
                        .param(movement.remittance())
                        .update()
                == 1;
    }

    public List<BankLine> lines(OperatorId operator) {
        return jdbc.sql(LINE + " order by l.booking_day desc, l.line_key, l.occurrence")
                .param(operator.value())
                .query(StatementStore::line)
                .list();
    }

    /// Oldest first.
    public List<BankLine> waiting(OperatorId operator) {
        return jdbc.sql(LINE + " and m.line_id is null order by l.booking_day, l.line_key, l.occurrence")
                .param(operator.value())
                .query(StatementStore::line)
                .list();
    }

    public Optional<BankLine> line(OperatorId operator, BankLineId id) {
        return jdbc.sql(LINE + " and l.id = ?")
                .param(operator.value())
                .param(id.value())
                .query(StatementStore::line)
                .optional();
    }

    /// PmtInfId that the bank gave with the line, empty when none.
    public String paymentId(OperatorId operator, BankLineId id) {
        return jdbc.sql("select payment_id from banking.line where operator_id = ? and id = ?")
                .param(operator.value())
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static BankLine line(ResultSet row, int number) throws SQLException {
        var endToEnd = row.getString("end_to_end_id");
        return new BankLine(
                new BankLineId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new StatementId(row.getObject("statement_id", UUID.class)),
                row.getString("reference"),
                row.getObject("booking_day", LocalDate.class),
                row.getObject("value_day", LocalDate.class),
                Money.ofCents(row.getLong("amount_cents")),
                row.getBoolean("reversal"),
                row.getString("counterparty"),
                endToEnd.isEmpty() ? null : endToEnd,
                row.getString("remittance"),
                row.getBoolean("matched") ? BankLineState.MATCHED : BankLineState.WAITING);
    }

    public void suspend(OperatorId operator, BankLineId line, EntryId entry) {
        jdbc.sql("insert into banking.suspense (operator_id, line_id, entry_id) values (?, ?, ?)")
                .param(operator.value())
                .param(line.value())
                .param(entry.value())
                .update();
    }

    public boolean isSuspended(OperatorId operator, BankLineId line) {
        return jdbc.sql("select count(*) from banking.suspense where operator_id = ? and line_id = ?")
                        .param(operator.value())
                        .param(line.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// @param intent of the person who said so, null when it was sure
    public void match(OperatorId operator, BankLineId line, String evidence, @Nullable UUID intent, Instant now) {
        jdbc.sql("""
                        insert into banking.match (operator_id, line_id, evidence, intent, matched_at, matched_by)
                        values (?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))""")
                .param(operator.value())
                .param(line.value())
                .param(evidence)
                .param(intent)
                .param(utc(now))
                .update();
    }

    public void share(
            OperatorId operator,
            BankLineId line,
            int position,
            @Nullable InvoiceId invoice,
            @Nullable PaymentOrderId order,
            Money amount) {
        jdbc.sql("""
                        insert into banking.match_share (operator_id, line_id, position, invoice_id, order_id, amount_cents)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(line.value())
                .param(position)
                .param(invoice == null ? null : invoice.value())
                .param(order == null ? null : order.value())
                .param(amount.cents())
                .update();
    }

    /// The part of a line that a person posted to an account.
    public void shareOfAccount(OperatorId operator, BankLineId line, int position, String account, Money amount) {
        jdbc.sql("""
                        insert into banking.match_share (operator_id, line_id, position, account, amount_cents)
                        values (?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(line.value())
                .param(position)
                .param(account)
                .param(amount.cents())
                .update();
    }

    /// In the order in which they were set; empty while the line waits.
    public List<MatchedPart> parts(OperatorId operator, BankLineId line) {
        return jdbc.sql("""
                        select invoice_id, order_id, account, amount_cents from banking.match_share
                        where operator_id = ? and line_id = ? order by position""")
                .param(operator.value())
                .param(line.value())
                .query(StatementStore::part)
                .list();
    }

    private static MatchedPart part(ResultSet row, int number) throws SQLException {
        var invoice = row.getObject("invoice_id", UUID.class);
        var order = row.getObject("order_id", UUID.class);
        return new MatchedPart(
                invoice == null ? null : new InvoiceId(invoice),
                order == null ? null : new PaymentOrderId(order),
                row.getString("account"),
                Money.ofCents(row.getLong("amount_cents")));
    }

    public Optional<BankLineId> matchedBy(OperatorId operator, UUID intent) {
        return jdbc.sql("select line_id from banking.match where operator_id = ? and intent = ?")
                .param(operator.value())
                .param(intent)
                .query(UUID.class)
                .optional()
                .map(BankLineId::new);
    }

    /// Two statements of one account that follow each other and whose balances do not meet.
    public record Gap(StatementId later, String number, LocalDate day, Money opening, Money closingBefore) {}

    public List<Gap> gaps(OperatorId operator) {
        return jdbc.sql("""
                        select s.id, s.number, s.start_day, s.opening_cents, p.closing_cents
                        from banking.statement s
                        join lateral (
                            select b.closing_cents, b.end_day from banking.statement b
                            where b.operator_id = s.operator_id and b.account = s.account and b.id <> s.id and b.balanced
                              and b.end_day <= s.start_day and b.start_day < s.start_day
                            order by b.end_day desc, b.start_day desc, b.content_hash limit 1
                        ) p on p.closing_cents + coalesce((
                            select sum(l.amount_cents) from banking.line l
                            join banking.statement f on f.operator_id = l.operator_id and f.id = l.statement_id
                            where not f.balanced and l.operator_id = s.operator_id and l.account = s.account
                              and l.booking_day between p.end_day and s.start_day), 0) <> s.opening_cents
                        where s.operator_id = ? and s.balanced order by s.start_day, s.number""")
                .param(operator.value())
                .query((row, _) -> new Gap(
                        new StatementId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        row.getObject("start_day", LocalDate.class),
                        Money.ofCents(row.getLong("opening_cents")),
                        Money.ofCents(row.getLong("closing_cents"))))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
