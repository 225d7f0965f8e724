package org.passerelle.clientspace.card;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Payments by card, what was said of them and what followed, in PostgreSQL.
@Repository
class CardStore {

    record Payment(OperatorId operator, UUID id, InvoiceId invoice, Money amount) {}

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Payment payment, UUID intent, UUID link, String provider, Instant now) {
        jdbc.sql("""
                        insert into clientspace.card_payment (operator_id, id, intent, invoice_id, link_id, amount_cents,
                            provider, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(payment.operator().value())
                .param(payment.id())
                .param(intent)
                .param(payment.invoice().value())
                .param(link)
                .param(payment.amount().cents())
                .param(provider)
                .param(utc(now))
                .update();
    }

    Optional<Payment> find(OperatorId operator, UUID id) {
        return jdbc.sql("select * from clientspace.card_payment where operator_id = ? and id = ?")
                .param(operator.value())
                .param(id)
                .query((row, _) -> payment(row))
                .optional();
    }

    Optional<Payment> byIntent(OperatorId operator, UUID intent) {
        return jdbc.sql("select * from clientspace.card_payment where operator_id = ? and intent = ?")
                .param(operator.value())
                .param(intent)
                .query((row, _) -> payment(row))
                .optional();
    }

    /// Newest first.
    List<Payment> of(OperatorId operator, InvoiceId invoice) {
        return jdbc.sql("""
                        select * from clientspace.card_payment where operator_id = ? and invoice_id = ?
                        order by opened_at desc, id""")
                .param(operator.value())
                .param(invoice.value())
                .query((row, _) -> payment(row))
                .list();
    }

    /// One message of a payment at a time, until the transaction ends.
    void alone(OperatorId operator, UUID payment) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("card %s %s".formatted(operator, payment))
                .query(row -> {});
    }

    /// @return false when the message was kept before
    boolean keep(CardMessage message, Instant now) {
        return jdbc.sql("""
                                insert into clientspace.card_message (operator_id, message_id, payment_id, kind, amount_cents,
                                    fee_cents, said_at, received_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(message.operator().value())
                        .param(message.id())
                        .param(message.payment())
                        .param(message.kind().name())
                        .param(message.amount().cents())
                        .param(message.fee().cents())
                        .param(utc(message.at()))
                        .param(utc(now))
                        .update()
                == 1;
    }

    List<CardMessage> messages(OperatorId operator, UUID payment) {
        return jdbc.sql("""
                        select * from clientspace.card_message where operator_id = ? and payment_id = ?
                        order by said_at, message_id""")
                .param(operator.value())
                .param(payment)
                .query((row, _) -> new CardMessage(
                        row.getString("message_id"),
                        operator,
                        payment,
                        CardMessage.Kind.valueOf(row.getString("kind")),
                        Money.ofCents(row.getLong("amount_cents")),
                        Money.ofCents(row.getLong("fee_cents")),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Set<CardMessage.Kind> kinds(OperatorId operator, UUID payment) {
        var kinds = new HashSet<CardMessage.Kind>();
        messages(operator, payment).forEach(message -> kinds.add(message.kind()));
        return kinds;
    }

    /// @return false when it happened before
    boolean happens(OperatorId operator, UUID payment, CardMessage.Kind kind, Instant now) {
        return jdbc.sql("""
                                insert into clientspace.card_effect (operator_id, payment_id, kind, happened_at)
                                values (?, ?, ?, ?) on conflict do nothing""")
                        .param(operator.value())
                        .param(payment)
                        .param(kind.name())
                        .param(utc(now))
                        .update()
                == 1;
    }

    private static Payment payment(ResultSet row) throws SQLException {
        return new Payment(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("id", UUID.class),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                Money.ofCents(row.getLong("amount_cents")));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
