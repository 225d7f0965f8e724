package org.passerelle.ledger.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.Movement;
import org.passerelle.ledger.TrialBalance;
import org.passerelle.ledger.core.Chart;
import org.passerelle.ledger.core.FecLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Readings of the book.
@Repository
public class BalanceStore {

    private final JdbcClient jdbc;

    BalanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Money balance(OperatorId operator, String prefix, @Nullable PersonId worker) {
        var sum = worker == null
                ? jdbc.sql("""
                                select coalesce(sum(debit_cents - credit_cents), 0)::bigint from ledger.balance
                                where operator_id = ? and starts_with(account, ?)""").param(operator.value()).param(prefix)
                : jdbc.sql("""
                                select coalesce(sum(debit_cents - credit_cents), 0)::bigint from ledger.balance
                                where operator_id = ? and worker_id = ? and starts_with(account, ?)""").param(operator.value()).param(worker.value()).param(prefix);
        return Money.ofCents(sum.query(Long.class).single());
    }

    public List<Movement> movements(OperatorId operator, String prefix, PersonId worker) {
        var running = new long[1];
        return jdbc.sql("""
                        select e.id, e.number, e.journal, e.date, e.source, e.piece_ref,
                               l.account, l.label, l.category, l.clause, l.credit_cents - l.debit_cents as credited
                        from ledger.line l
                        join ledger.entry e on e.operator_id = l.operator_id and e.id = l.entry_id
                        where l.operator_id = ? and l.worker_id = ? and starts_with(l.account, ?)
                        order by e.date, e.posted_at, e.file desc, e.number, l.position""")
                .param(operator.value())
                .param(worker.value())
                .param(prefix)
                .query((row, _) -> new Movement(
                        new EntryId(row.getObject("id", UUID.class)),
                        row.getLong("number"),
                        row.getObject("date", LocalDate.class),
                        row.getString("journal"),
                        row.getString("account"),
                        row.getString("source"),
                        row.getString("piece_ref"),
                        row.getString("label"),
                        row.getString("category"),
                        row.getString("clause"),
                        Money.ofCents(row.getLong("credited")),
                        Money.ofCents(running[0] += row.getLong("credited"))))
                .list();
    }

    /// Sum credited to the worker's 901 accounts in a month under a category.
    public Money credited(OperatorId operator, PersonId worker, Month month, String category) {
        return Money.ofCents(jdbc.sql("""
                        select coalesce(sum(credit_cents - debit_cents), 0)::bigint from ledger.line
                        where operator_id = ? and worker_id = ? and account >= '901' and account < '902'
                          and category = ? and date between ? and ?""")
                .param(operator.value())
                .param(worker.value())
                .param(category)
                .param(Date.valueOf(month.firstDay()))
                .param(Date.valueOf(month.lastDay()))
                .query(Long.class)
                .single());
    }

    public TrialBalance trialBalance(OperatorId operator, Chart chart) {
        var rows = new ArrayList<TrialBalance.Row>();
        jdbc.sql("""
                        select account, aux, sum(debit_cents)::bigint as debit, sum(credit_cents)::bigint as credit
                        from ledger.balance where operator_id = ?
                        group by account, aux order by account, aux nulls first""").param(operator.value()).query(row -> {
            rows.add(new TrialBalance.Row(
                    row.getString("account"),
                    chart.label(row.getString("account")),
                    row.getString("aux"),
                    Money.ofCents(row.getLong("debit")),
                    Money.ofCents(row.getLong("credit"))));
        });
        return new TrialBalance(rows);
    }

    /// All of the year but class 9, in the order of the numbers, which is that of validation (FEC rules 7, 9, 12).
    public List<FecLine> fec(OperatorId operator, int year) {
        return jdbc.sql("""
                        select e.journal, e.number, e.date, l.account, l.aux, l.aux_label, e.piece_ref, e.piece_date,
                               l.label, l.debit_cents, l.credit_cents, t.letter, t.lettered_on, e.valid_on
                        from ledger.entry e
                        join ledger.line l on l.operator_id = e.operator_id and l.entry_id = e.id
                        left join ledger.letter t on t.operator_id = l.operator_id and t.entry_id = l.entry_id
                                                 and t.position = l.position
                        where e.operator_id = ? and e.year = ? and e.file = 'G'
                        order by e.number, l.position""")
                .param(operator.value())
                .param(year)
                .query((row, _) -> new FecLine(
                        row.getString("journal"),
                        row.getLong("number"),
                        row.getObject("date", LocalDate.class),
                        row.getString("account"),
                        row.getString("aux"),
                        row.getString("aux_label"),
                        row.getString("piece_ref"),
                        row.getObject("piece_date", LocalDate.class),
                        row.getString("label"),
                        Money.ofCents(row.getLong("debit_cents")),
                        Money.ofCents(row.getLong("credit_cents")),
                        row.getString("letter"),
                        row.getObject("lettered_on", LocalDate.class),
                        row.getObject("valid_on", LocalDate.class)))
                .list();
    }

    /// What every account of the balance sheet held at the end of the year before; the result of classes 6 and 7
    /// as one sum under account `result`.
    ///
    /// @param balance debit positive
    public record Opening(
            String account, @Nullable String aux, @Nullable String auxLabel, Money balance) {}

    public List<Opening> openings(OperatorId operator, int year) {
        return jdbc.sql("""
                        select b.account, b.aux, sum(b.debit_cents - b.credit_cents)::bigint as balance,
                               (select max(l.aux_label) from ledger.line l where l.operator_id = ?
                                 and l.account = b.account and l.aux = b.aux) as aux_label
                        from (select case when account ~ '^[67]' then 'result' else account end as account,
                                     case when account ~ '^[67]' then null else aux end as aux, debit_cents, credit_cents
                              from ledger.balance where operator_id = ? and year < ? and account !~ '^9') b
                        group by b.account, b.aux having sum(b.debit_cents - b.credit_cents) <> 0
                        order by b.account, b.aux nulls first""")
                .param(operator.value())
                .param(operator.value())
                .param(year)
                .query((row, _) -> new Opening(
                        row.getString("account"),
                        row.getString("aux"),
                        row.getString("aux_label"),
                        Money.ofCents(row.getLong("balance"))))
                .list();
    }
}
