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
import org.passerelle.banking.PaymentFile;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrder;
import org.passerelle.banking.PaymentOrderState;
import org.passerelle.banking.PaymentRequest;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PaymentOrderId;
import org.passerelle.kernel.PersonId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Transfers and the files that carry them. IBANs are sealed.
@Repository
public class OrderStore {

    private static final String TABLE = "banking.payment_order";
    private static final String COLUMN = "creditor_iban";
    private static final String ORDER = """
            select o.*, f.message_id, c.line_id as confirmed, w.order_id as withdrawn from banking.payment_order o
            left join banking.exported_order e on e.operator_id = o.operator_id and e.order_id = o.id
            left join banking.payment_file f on f.operator_id = o.operator_id and f.id = e.file_id
            left join banking.confirmed_order c on c.operator_id = o.operator_id and c.order_id = o.id
            left join banking.withdrawn_order w on w.operator_id = o.operator_id and w.order_id = o.id
            where o.operator_id = ?
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    OrderStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /// Notes the order unless its subject was ordered before.
    public void insert(PaymentOrderId id, PaymentRequest request, Instant now) {
        var operator = request.operator();
        var iban = request.creditorIban().value();
        jdbc.sql("""
                        insert into banking.payment_order (operator_id, id, kind, subject, reference, person_id, account,
                            account_aux, creditor_name, creditor_iban, creditor_fingerprint, amount_cents, execution_day,
                            remittance, prepared_at, prepared_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))
                        on conflict (operator_id, subject) do nothing""")
                .param(operator.value())
                .param(id.value())
                .param(request.kind().name())
                .param(request.subject())
                .param(request.reference())
                .param(request.person() == null ? null : request.person().value())
                .param(request.account())
                .param(request.accountAux())
                .param(request.creditorName())
                .param(vault.seal(operator, TABLE, COLUMN, id.value(), iban))
                .param(vault.fingerprint(operator, COLUMN, iban))
                .param(request.amount().cents())
                .param(request.executionDate())
                .param(request.remittance())
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    public Optional<PaymentOrder> bySubject(OperatorId operator, String subject) {
        return jdbc.sql(ORDER + " and o.subject = ?")
                .param(operator.value())
                .param(subject)
                .query(this::order)
                .optional();
    }

    public Optional<PaymentOrder> byReference(OperatorId operator, String reference) {
        return jdbc.sql(ORDER + " and o.reference = ?")
                .param(operator.value())
                .param(reference)
                .query(this::order)
                .optional();
    }

    public List<PaymentOrder> ofBatch(OperatorId operator, String batch) {
        return jdbc.sql(ORDER + " and e.batch_id = ? order by o.reference")
                .param(operator.value())
                .param(batch)
                .query(this::order)
                .list();
    }

    public List<PaymentOrder> all(OperatorId operator) {
        return jdbc.sql(ORDER + " order by o.reference")
                .param(operator.value())
                .query(this::order)
                .list();
    }

    /// Not in any file yet, due on that day.
    public List<PaymentOrder> due(OperatorId operator, LocalDate day) {
        return jdbc.sql(
                        ORDER
                                + " and e.order_id is null and w.order_id is null and o.execution_day = ? order by o.kind desc, o.reference")
                .param(operator.value())
                .param(day)
                .query(this::order)
                .list();
    }

    public void withdraw(OperatorId operator, PaymentOrderId order, String reason, Instant now) {
        jdbc.sql("""
                        insert into banking.withdrawn_order (operator_id, order_id, reason, withdrawn_at, withdrawn_by)
                        values (?, ?, ?, ?, coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))""")
                .param(operator.value())
                .param(order.value())
                .param(reason)
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private PaymentOrder order(ResultSet row, int number) throws SQLException {
        var operator = new OperatorId(row.getObject("operator_id", UUID.class));
        var id = row.getObject("id", UUID.class);
        var person = row.getObject("person_id", UUID.class);
        var request = new PaymentRequest(
                operator,
                PaymentKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("reference"),
                person == null ? null : new PersonId(person),
                row.getString("account"),
                row.getString("account_aux"),
                row.getString("creditor_name"),
                new Iban(vault.open(operator, TABLE, COLUMN, id, row.getBytes(COLUMN))),
                Money.ofCents(row.getLong("amount_cents")),
                row.getObject("execution_day", LocalDate.class),
                row.getString("remittance"));
        var file = row.getString("message_id");
        var state = row.getObject("confirmed") != null
                ? PaymentOrderState.CONFIRMED
                : file != null
                        ? PaymentOrderState.EXPORTED
                        : row.getObject("withdrawn") != null ? PaymentOrderState.WITHDRAWN : PaymentOrderState.PREPARED;
        return new PaymentOrder(new PaymentOrderId(id), request, state, row.getString("prepared_by"), file);
    }

    /// The next number of a payment file; the row stays locked until the transaction ends.
    public int nextFile(OperatorId operator) {
        return jdbc.sql("update banking.desk set files = files + 1 where operator_id = ? returning files")
                .param(operator.value())
                .query(Integer.class)
                .single();
    }

    public void insert(PaymentFile file, UUID intent) {
        jdbc.sql("""
                        insert into banking.payment_file (operator_id, id, intent, message_id, file_name, document_id, sha256,
                            execution_day, count, total_cents, exported_at, exported_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(file.operator().value())
                .param(file.id())
                .param(intent)
                .param(file.messageId())
                .param(file.fileName())
                .param(file.document().value())
                .param(file.sha256())
                .param(file.executionDate())
                .param(file.count())
                .param(file.total().cents())
                .param(OffsetDateTime.ofInstant(file.exportedAt(), ZoneOffset.UTC))
                .param(file.exportedBy())
                .update();
    }

    public void carry(PaymentFile file, PaymentOrderId order, String batch) {
        jdbc.sql("insert into banking.exported_order (operator_id, order_id, file_id, batch_id) values (?, ?, ?, ?)")
                .param(file.operator().value())
                .param(order.value())
                .param(file.id())
                .param(batch)
                .update();
    }

    public void confirm(OperatorId operator, PaymentOrderId order, BankLineId line) {
        jdbc.sql("insert into banking.confirmed_order (operator_id, order_id, line_id) values (?, ?, ?)")
                .param(operator.value())
                .param(order.value())
                .param(line.value())
                .update();
    }

    public Optional<PaymentFile> exportedBy(OperatorId operator, UUID intent) {
        return jdbc.sql("select * from banking.payment_file where operator_id = ? and intent = ?")
                .param(operator.value())
                .param(intent)
                .query(OrderStore::file)
                .optional();
    }

    public List<PaymentFile> files(OperatorId operator) {
        return jdbc.sql("select * from banking.payment_file where operator_id = ? order by message_id desc")
                .param(operator.value())
                .query(OrderStore::file)
                .list();
    }

    private static PaymentFile file(ResultSet row, int number) throws SQLException {
        return new PaymentFile(
                row.getObject("id", UUID.class),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getString("message_id"),
                row.getString("file_name"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("sha256"),
                row.getObject("execution_day", LocalDate.class),
                row.getInt("count"),
                Money.ofCents(row.getLong("total_cents")),
                row.getString("exported_by"),
                row.getObject("exported_at", OffsetDateTime.class).toInstant());
    }

    public boolean fourEyes(OperatorId operator) {
        return jdbc.sql("select four_eyes from banking.desk where operator_id = ?")
                .param(operator.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    public void fourEyes(OperatorId operator, boolean required) {
        jdbc.sql("update banking.desk set four_eyes = ? where operator_id = ?")
                .param(required)
                .param(operator.value())
                .update();
    }
}
