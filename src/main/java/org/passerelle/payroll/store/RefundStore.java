package org.passerelle.payroll.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which expenses were paid back, each once; and the runs that were asked for.
@Repository
public class RefundStore {

    private final JdbcClient jdbc;

    RefundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<ExpenseId> refunded(OperatorId operator, List<ExpenseId> among) {
        if (among.isEmpty()) return Set.of();
        var ids = among.stream().map(ExpenseId::value).toArray(UUID[]::new);
        return new HashSet<>(jdbc.sql("""
                        select expense_id from payroll.refunded_expense
                        where operator_id = ? and expense_id = any (?)""")
                .param(operator.value())
                .param(ids)
                .query((row, _) -> new ExpenseId(row.getObject("expense_id", UUID.class)))
                .list());
    }

    /// @return which refund of the month it is for the person, from 1
    public int insert(
            UUID id,
            OperatorId operator,
            PersonId person,
            Month month,
            Money cost,
            Money vat,
            Instant at,
            List<ExpenseId> expenses) {
        int position = jdbc.sql("""
                        insert into payroll.refund (operator_id, id, person_id, month, position, cost_cents, vat_cents,
                            made_at)
                        select ?, ?, ?, ?, coalesce(max(position), 0) + 1, ?, ?, ? from payroll.refund
                        where operator_id = ? and person_id = ? and month = ? returning position""")
                .param(operator.value())
                .param(id)
                .param(person.value())
                .param(month.firstDay())
                .param(cost.cents())
                .param(vat.cents())
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(operator.value())
                .param(person.value())
                .param(month.firstDay())
                .query(Integer.class)
                .single();
        for (ExpenseId expense : expenses) {
            jdbc.sql("insert into payroll.refunded_expense (operator_id, expense_id, refund_id) values (?, ?, ?)")
                    .param(operator.value())
                    .param(expense.value())
                    .param(id)
                    .update();
        }
        return position;
    }

    /// What was refunded to the person in the run of a month, VAT included.
    public Money refunded(OperatorId operator, PersonId person, Month month) {
        return Money.ofCents(jdbc.sql("""
                        select coalesce(sum(cost_cents + vat_cents), 0) from payroll.refund
                        where operator_id = ? and person_id = ? and month = ?""")
                .param(operator.value())
                .param(person.value())
                .param(month.firstDay())
                .query(Long.class)
                .single());
    }

    /// Notes a run once; a replay of the intent finds the first.
    public UUID startRun(OperatorId operator, Month month, LocalDate payDate, UUID intent, Instant at, String by) {
        jdbc.sql("""
                        insert into payroll.run (operator_id, id, intent, month, pay_date, started_at, started_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (operator_id, intent) do nothing""")
                .param(operator.value())
                .param(UUID.randomUUID())
                .param(intent)
                .param(month.firstDay())
                .param(payDate)
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(by)
                .update();
        return jdbc.sql("select id from payroll.run where operator_id = ? and intent = ?")
                .param(operator.value())
                .param(intent)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }
}
