package org.passerelle.workspace.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.workspace.core.MonthFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The freelancer's home page in one query: it is the page that is opened most, so it does not go through six front
/// doors. It only reads, every figure comes from the table that owns it, and the tenant's wall stands as elsewhere.
@Repository
public class MonthStore {

    private static final String MONTH = """
            select p.operator_id, p.id as person_id, p.first_name, o.name as operator_name, o.frame, m.month,
                   r.state as report, r.return_reason,
                   coalesce((select sum(l.quantity) from activity.line l
                              where l.operator_id = p.operator_id and l.report_id = r.id and l.unit = 'DAY'
                                and l.kind in ('MISSION', 'PROSPECTING', 'TRAINING')), 0) as worked,
                   (select count(*) from invoicing.draft d
                     where d.operator_id = p.operator_id and d.person_id = p.id and d.month = m.month
                       and d.state = 'DRAFT') as drafts,
                   i.invoices, i.invoiced, i.paid, i.due,
                   s.net_paid_cents, s.pay_date, b.available, b.reserve, b.leave
              from people.person p
              join operators.legal_entity o on o.operator_id = p.operator_id
             cross join lateral (select cast(:month as date) as month) m
              left join activity.report r
                     on r.operator_id = p.operator_id and r.person_id = p.id and r.month = m.month
              left join payroll.payslip s
                     on s.operator_id = p.operator_id and s.person_id = p.id and s.month = m.month
             cross join lateral (
                   select count(*) as invoices, coalesce(sum(v.gross_cents), 0) as invoiced,
                          coalesce(sum(s.paid), 0) as paid,
                          min(v.due_date) filter (where v.gross_cents > coalesce(s.paid, 0)) as due
                     from invoicing.invoice v
                     left join lateral (select sum(t.amount_cents) as paid from invoicing.settlement t
                                         where t.operator_id = v.operator_id and t.invoice_id = v.id) s on true
                    where v.operator_id = p.operator_id and v.person_id = p.id and v.month = m.month
                      and v.corrects is null
                      and not exists (select from invoicing.invoice c
                                       where c.operator_id = v.operator_id and c.corrects = v.id)) i
             cross join lateral (
                   select coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9011%'), 0)
                              as available,
                          coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9012%'), 0)
                              as reserve,
                          coalesce(sum(l.credit_cents - l.debit_cents) filter (where l.account like '9013%'), 0)
                              as leave
                     from ledger.balance l
                    where l.operator_id = p.operator_id and l.worker_id = p.id and l.account like '901%') b
             where p.user_id = :user
             order by (p.exit_on is null) desc, p.entry_on desc
             limit 1
            """;

    private final JdbcClient sql;

    MonthStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What is known of a month of the signed-in person; empty when no entity in scope employs them.
    @Transactional(readOnly = true)
    public Optional<MonthFacts> month(UserId user, Month month) {
        return sql.sql(MONTH)
                .param("user", user.value())
                .param("month", month.firstDay())
                .query(MonthStore::facts)
                .optional();
    }

    private static MonthFacts facts(ResultSet row, int number) throws SQLException {
        return new MonthFacts(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("first_name"),
                row.getString("operator_name"),
                Frame.valueOf(row.getString("frame")),
                Month.containing(row.getObject("month", LocalDate.class)),
                row.getString("report"),
                row.getString("return_reason"),
                new BigDecimal(row.getString("worked")),
                row.getInt("drafts"),
                row.getInt("invoices"),
                Money.ofCents(row.getLong("invoiced")),
                Money.ofCents(row.getLong("paid")),
                row.getObject("due", LocalDate.class),
                netPaid(row),
                row.getObject("pay_date", LocalDate.class),
                Money.ofCents(row.getLong("available")),
                Money.ofCents(row.getLong("reserve")),
                Money.ofCents(row.getLong("leave")));
    }

    private static @Nullable Money netPaid(ResultSet row) throws SQLException {
        long cents = row.getLong("net_paid_cents");
        return row.wasNull() ? null : Money.ofCents(cents);
    }
}
