package org.passerelle.invoicing.store;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.invoicing.Totals;
import org.passerelle.invoicing.core.Deposit;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Rate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Drafts and issued invoices in PostgreSQL.
@Repository
public class InvoiceStore {

    private final JdbcClient jdbc;

    InvoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A number just taken; its series is locked until the transaction ends.
    public record Taken(long sequence, LocalDate date) {}

    /// Keeps a draft, unless the report has one for this mission already.
    ///
    /// @return false when it was there
    public boolean insert(DraftInvoice draft, String reason, @Nullable UUID intent, Instant now) {
        int rows = jdbc.sql("""
                        insert into invoicing.draft (operator_id, id, client_id, mission_id, person_id, month, report_id,
                            corrects, reason, intent, type, state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?, 'DRAFT', ?)
                        on conflict do nothing""")
                .param(draft.operator().value())
                .param(draft.id().value())
                .param(draft.client().value())
                .param(draft.mission().value())
                .param(draft.person().value())
                .param(Date.valueOf(draft.month().firstDay()))
                .param(draft.report() == null ? null : draft.report().toString())
                .param(draft.corrects() == null ? null : draft.corrects().toString())
                .param(reason)
                .param(intent == null ? null : intent.toString())
                .param(draft.type().name())
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        if (rows == 0) return false;
        insertLines("draft_line", "draft_id", draft.operator(), draft.id(), draft.lines());
        return true;
    }

    // The two tables have the same columns; both names are constants of this class.
    private void insertLines(String table, String key, OperatorId operator, InvoiceId owner, List<InvoiceLine> lines) {
        int n = lines.size();
        var missions = new String[n];
        var persons = new String[n];
        var kinds = new String[n];
        var labels = new String[n];
        var quantities = new BigDecimal[n];
        var units = new String[n];
        var prices = new long[n];
        var rates = new BigDecimal[n];
        var nets = new long[n];
        for (int i = 0; i < n; i++) {
            var line = lines.get(i);
            missions[i] = line.mission().toString();
            persons[i] = line.person().toString();
            kinds[i] = line.kind().name();
            labels[i] = line.label();
            quantities[i] = line.quantity();
            units[i] = line.unitCode();
            prices[i] = line.unitPrice().cents();
            rates[i] = line.vat().ratio();
            nets[i] = line.net().cents();
        }
        jdbc.sql("insert into invoicing." + table + " (operator_id, " + key + """
                        , position, mission_id, person_id, kind, label, quantity, unit_code, unit_price_cents,
                          vat_rate, net_cents)
                        select ?, ?, l.position, l.mission, l.person, l.kind, l.label, l.quantity, l.unit, l.price,
                               l.rate, l.net
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::bigint[],
                                    ?::numeric[], ?::bigint[]) with ordinality
                             as l (mission, person, kind, label, quantity, unit, price, rate, net, position)""")
                .param(operator.value())
                .param(owner.value())
                .param(missions)
                .param(persons)
                .param(kinds)
                .param(labels)
                .param(quantities)
                .param(units)
                .param(prices)
                .param(rates)
                .param(nets)
                .update();
    }

    /// Locks the draft, so that of many who issue it one goes first and the others see what it did.
    ///
    /// @return whether it still is a draft; empty when there is none
    public Optional<Boolean> lock(OperatorId operator, InvoiceId id) {
        return jdbc.sql("select state = 'DRAFT' from invoicing.draft where operator_id = ? and id = ? for update")
                .param(operator.value())
                .param(id.value())
                .query(Boolean.class)
                .optional();
    }

    /// One intent at a time; ends with the transaction.
    public void lockIntent(UUID intent) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("intent " + intent)
                .query(row -> {});
    }

    public Optional<InvoiceId> issuedBy(OperatorId operator, UUID intent) {
        return jdbc.sql("select id from invoicing.invoice where operator_id = ? and intent = ?")
                .param(operator.value())
                .param(intent)
                .query(UUID.class)
                .optional()
                .map(InvoiceId::new);
    }

    /// The credit note drafted under this intent.
    public Optional<DraftInvoice> draftedBy(OperatorId operator, UUID intent) {
        return drafts("d.operator_id = ? and d.intent = ?", operator.value(), intent).stream()
                .findFirst();
    }

    /// Gapless: `update … returning` on the counter row, never before the last date of the series (IN-02).
    public Taken take(OperatorId operator, String series, LocalDate date) {
        return jdbc.sql("""
                        insert into invoicing.series as s (operator_id, series, last, last_date) values (?, ?, 1, ?)
                        on conflict (operator_id, series) do update
                            set last = s.last + 1, last_date = greatest(s.last_date, excluded.last_date)
                        returning last, last_date""")
                .param(operator.value())
                .param(series)
                .param(Date.valueOf(date))
                .query((row, _) -> new Taken(row.getLong("last"), row.getObject("last_date", LocalDate.class)))
                .single();
    }

    public void insert(IssuedInvoice invoice, String series, long sequence, EntryId entry, UUID intent, Instant now) {
        jdbc.sql("""
                        with issued as (update invoicing.draft set state = 'ISSUED' where operator_id = ? and id = ?)
                        insert into invoicing.invoice (operator_id, id, series, sequence, number, issue_date, due_date,
                            client_id, client_code, client_name, mission_id, person_id, month, corrects, type, net_cents,
                            vat_cents, gross_cents, document_id, entry_id, intent, issued_at, issued_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))""")
                .param(invoice.operator().value())
                .param(invoice.id().value())
                .param(invoice.operator().value())
                .param(invoice.id().value())
                .param(series)
                .param(sequence)
                .param(invoice.number())
                .param(Date.valueOf(invoice.issueDate()))
                .param(Date.valueOf(invoice.dueDate()))
                .param(invoice.client().value())
                .param(invoice.clientCode())
                .param(invoice.clientName())
                .param(invoice.mission().value())
                .param(invoice.person().value())
                .param(Date.valueOf(invoice.month().firstDay()))
                .param(invoice.corrects() == null ? null : invoice.corrects().toString())
                .param(invoice.type().name())
                .param(invoice.totals().net().cents())
                .param(invoice.totals().vat().cents())
                .param(invoice.totals().gross().cents())
                .param(invoice.pdf().value())
                .param(entry.value())
                .param(intent)
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        insertLines("invoice_line", "invoice_id", invoice.operator(), invoice.id(), invoice.lines());
    }

    /// What the invoice takes off.
    public void insert(OperatorId operator, InvoiceId invoice, List<Deposit> deposits) {
        for (var deposit : deposits) {
            jdbc.sql("insert into invoicing.deduction values (?, ?, ?, ?, ?, ?)")
                    .param(operator.value())
                    .param(invoice.value())
                    .param(deposit.id().value())
                    .param(deposit.totals().net().cents())
                    .param(deposit.totals().vat().cents())
                    .param(deposit.totals().gross().cents())
                    .update();
        }
    }

    /// Deposits of the mission that no invoice took off and nobody credited, oldest first. Whoever asks holds their
    /// lock until the transaction ends, so that none is taken off twice.
    public List<Deposit> deposits(OperatorId operator, MissionId mission) {
        return invoices("""
                        i.operator_id = ? and i.mission_id = ? and i.type = 'DEPOSIT'
                        and not exists (select from invoicing.deduction d
                            where d.operator_id = i.operator_id and d.deposit_id = i.id)""", "i.sequence", operator.value(), mission.value()).stream()
                .filter(deposit -> deposit.credited().isZero())
                .map(deposit -> new Deposit(deposit.id(), deposit.number(), deposit.issueDate(), deposit.totals()))
                .toList();
    }

    /// One issuing of a mission that has deposits at a time.
    public void lockDeposits(MissionId mission) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("deposits " + mission)
                .query(row -> {});
    }

    /// Lines of the credit notes of an invoice and of the deposits that it took off.
    public List<InvoiceLine> taken(OperatorId operator, InvoiceId invoice) {
        return invoices("""
                        i.operator_id = ? and (i.corrects = ? or i.id in (select d.deposit_id from invoicing.deduction d
                            where d.operator_id = i.operator_id and d.invoice_id = ?))""", "i.sequence", operator.value(), invoice.value(), invoice.value()).stream()
                .flatMap(one -> one.lines().stream())
                .toList();
    }

    public Optional<DraftInvoice> draft(OperatorId operator, InvoiceId id) {
        return drafts("d.operator_id = ? and d.id = ?", operator.value(), id.value()).stream()
                .findFirst();
    }

    public List<DraftInvoice> drafts(OperatorId operator) {
        return drafts("d.operator_id = ? and d.state = 'DRAFT'", operator.value());
    }

    public List<DraftInvoice> draftsOf(OperatorId operator, ActivityReportId report) {
        return drafts("d.operator_id = ? and d.report_id = ?", operator.value(), report.value());
    }

    // The condition is one of the constants above; values go in as parameters.
    private List<DraftInvoice> drafts(String condition, Object... values) {
        var gathered = new Gathered<DraftInvoice>();
        jdbc.sql("""
                        select d.operator_id, d.id, d.client_id, d.mission_id, d.person_id, d.month, d.report_id, d.corrects,
                               coalesce(d.type, case when d.corrects is null then 'INVOICE' else 'CREDIT_NOTE' end) as type,
                               l.mission_id as line_mission, l.person_id as line_person, l.kind, l.label, l.quantity,
                               l.unit_code, l.unit_price_cents, l.vat_rate, l.net_cents
                        from invoicing.draft d
                        join invoicing.draft_line l on l.operator_id = d.operator_id and l.draft_id = d.id
                        where\s""" + condition + " order by d.created_at, d.id, l.position")
                .params(List.of(values))
                .query(row -> {
                    gathered.add(row, InvoiceStore::draft);
                });
        return gathered.all();
    }

    private static DraftInvoice draft(ResultSet row, List<InvoiceLine> lines) throws SQLException {
        var report = row.getObject("report_id", UUID.class);
        var corrects = row.getObject("corrects", UUID.class);
        return new DraftInvoice(
                new InvoiceId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                InvoiceType.valueOf(row.getString("type")),
                new ClientId(row.getObject("client_id", UUID.class)),
                new MissionId(row.getObject("mission_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Month.containing(row.getObject("month", LocalDate.class)),
                report == null ? null : new ActivityReportId(report),
                corrects == null ? null : new InvoiceId(corrects),
                lines);
    }

    public Optional<IssuedInvoice> issued(OperatorId operator, InvoiceId id) {
        return invoices(
                        "i.operator_id = ? and i.id = ?",
                        "i.issue_date desc, i.number desc",
                        operator.value(),
                        id.value())
                .stream()
                .findFirst();
    }

    public boolean isIssuedTo(ClientId client) {
        return jdbc.sql("""
                        select exists (select from invoicing.invoice
                            where operator_id = any (platform.operators()) and client_id = ?)""").param(client.value()).query(Boolean.class).single();
    }

    public Optional<IssuedInvoice> byNumber(OperatorId operator, String number) {
        return invoices("i.operator_id = ? and i.number = ?", "i.number", operator.value(), number).stream()
                .findFirst();
    }

    public List<IssuedInvoice> issued(OperatorId operator) {
        return invoices("i.operator_id = ?", "i.issue_date desc, i.series desc, i.sequence desc", operator.value());
    }

    public List<IssuedInvoice> issuedFor(OperatorId operator, PersonId person) {
        return invoices(
                "i.operator_id = ? and i.person_id = ?",
                "i.issue_date desc, i.series desc, i.sequence desc",
                operator.value(),
                person.value());
    }

    /// A client's invoices, newest first.
    public List<IssuedInvoice> issuedTo(OperatorId operator, ClientId client) {
        return invoices(
                "i.operator_id = ? and i.client_id = ?",
                "i.issue_date desc, i.series desc, i.sequence desc",
                operator.value(),
                client.value());
    }

    public List<IssuedInvoice> open(OperatorId operator) {
        return invoices(
                        "i.operator_id = ? and (i.corrects is null or i.type = 'CORRECTED')",
                        "i.due_date, i.series, i.sequence",
                        operator.value())
                .stream()
                .filter(invoice -> invoice.open().isPositive())
                .toList();
    }

    // Condition and order are constants of this class; values go in as parameters.
    private List<IssuedInvoice> invoices(String condition, String order, Object... values) {
        var gathered = new Gathered<IssuedInvoice>();
        jdbc.sql("""
                        select i.*, coalesce(paid.cents, 0) as paid_cents, coalesce(credited.cents, 0) as credited_cents,
                               coalesce(i.type, case when i.corrects is null then 'INVOICE' else 'CREDIT_NOTE' end) as kind_of,
                               coalesce(deducted.net, 0) as deducted_net, coalesce(deducted.vat, 0) as deducted_vat,
                               l.mission_id as line_mission, l.person_id as line_person, l.kind, l.label, l.quantity,
                               l.unit_code, l.unit_price_cents, l.vat_rate, l.net_cents as line_net
                        from invoicing.invoice i
                        join invoicing.invoice_line l on l.operator_id = i.operator_id and l.invoice_id = i.id
                        left join lateral (select sum(s.amount_cents)::bigint as cents from invoicing.settlement s
                            where s.operator_id = i.operator_id and s.invoice_id = i.id) paid on true
                        left join lateral (select sum(case when c.type = 'CORRECTED' then i.gross_cents
                                else c.gross_cents end)::bigint as cents from invoicing.invoice c
                            where c.operator_id = i.operator_id and c.corrects = i.id) credited on true
                        left join lateral (select sum(d.net_cents)::bigint as net, sum(d.vat_cents)::bigint as vat
                            from invoicing.deduction d
                            where d.operator_id = i.operator_id and d.invoice_id = i.id) deducted on true
                        where\s""" + condition + " order by " + order + ", i.id, l.position")
                .params(List.of(values))
                .query(row -> {
                    gathered.add(row, InvoiceStore::issued);
                });
        return gathered.all();
    }

    private static IssuedInvoice issued(ResultSet row, List<InvoiceLine> lines) throws SQLException {
        var corrects = row.getObject("corrects", UUID.class);
        return new IssuedInvoice(
                new InvoiceId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                InvoiceType.valueOf(row.getString("kind_of")),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("client_code"),
                row.getString("client_name"),
                new MissionId(row.getObject("mission_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Month.containing(row.getObject("month", LocalDate.class)),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                lines,
                Totals.of(lines),
                new DocumentId(row.getObject("document_id", UUID.class)),
                corrects == null ? null : new InvoiceId(corrects),
                Money.ofCents(row.getLong("paid_cents")),
                Money.ofCents(row.getLong("credited_cents")),
                new IssuedInvoice.Deducted(
                        Money.ofCents(row.getLong("deducted_net")), Money.ofCents(row.getLong("deducted_vat"))));
    }

    /// Gathers the joined rows of one invoice after the other.
    private static final class Gathered<T> {
        private final List<T> all = new ArrayList<>();
        private final List<InvoiceLine> lines = new ArrayList<>();
        private @Nullable UUID current;

        interface Maker<T> {
            T make(ResultSet row, List<InvoiceLine> lines) throws SQLException;
        }

        // The last one made holds the lines read so far; it is made anew with each further line.
        void add(ResultSet row, Maker<T> maker) throws SQLException {
            var id = row.getObject("id", UUID.class);
            if (id.equals(current)) {
                all.removeLast();
            } else {
                lines.clear();
            }
            current = id;
            lines.add(line(row));
            all.add(maker.make(row, lines));
        }

        List<T> all() {
            return List.copyOf(all);
        }

        private static InvoiceLine line(ResultSet row) throws SQLException {
            return InvoiceLine.of(
                    new MissionId(row.getObject("line_mission", UUID.class)),
                    new PersonId(row.getObject("line_person", UUID.class)),
                    InvoiceLine.Kind.valueOf(row.getString("kind")),
                    row.getString("label"),
                    plain(row.getBigDecimal("quantity")),
                    row.getString("unit_code"),
                    Money.ofCents(row.getLong("unit_price_cents")),
                    new Rate(plain(row.getBigDecimal("vat_rate"))));
        }

        // 18.5000 comes back as 18.5, and 10 not as 1E+1.
        private static BigDecimal plain(BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }
}
