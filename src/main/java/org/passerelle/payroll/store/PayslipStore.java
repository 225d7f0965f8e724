package org.passerelle.payroll.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;
import org.passerelle.pay.YearToDate;
import org.passerelle.payroll.IssuedPayslip;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `payroll.payslip` and its series.
@Repository
public class PayslipStore {

    private static final String SELECT = """
            select operator_id, id, person_id, month, version, number, pay_date, issued_at, gross_cents, net_before_cents,
                withheld_cents, refund_cents, recovered_cents, net_paid_cents, cost_cents, document_id, content
            from payroll.payslip where operator_id = any (platform.operators())""";

    /// Cancelled and replaced by no other.
    private static final String LIVE = """
             and not exists (select from payroll.correction c
                where c.operator_id = payslip.operator_id and c.corrects = payslip.id)""";

    private final JdbcClient jdbc;

    PayslipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Locks the month's series until commit and tells its last number: payslips of a month are made one by one.
    public int lockSeries(OperatorId operator, Month month) {
        jdbc.sql("insert into payroll.series (operator_id, month, last) values (?, ?, 0) on conflict do nothing")
                .param(operator.value())
                .param(month.firstDay())
                .update();
        return jdbc.sql("select last from payroll.series where operator_id = ? and month = ? for update")
                .param(operator.value())
                .param(month.firstDay())
                .query(Integer.class)
                .single();
    }

    public void insert(IssuedPayslip payslip, int number) {
        jdbc.sql("""
                        insert into payroll.payslip (operator_id, id, person_id, month, version, number, pay_date,
                            issued_at, gross_cents, net_before_cents, withheld_cents, refund_cents, recovered_cents,
                            net_paid_cents, cost_cents, document_id, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .param(payslip.operator().value())
                .param(payslip.id().value())
                .param(payslip.person().value())
                .param(payslip.month().firstDay())
                .param(payslip.version())
                .param(payslip.number())
                .param(payslip.payDate())
                .param(OffsetDateTime.ofInstant(payslip.issuedAt(), ZoneOffset.UTC))
                .param(payslip.gross().cents())
                .param(payslip.netBeforeTax().cents())
                .param(payslip.withheld().cents())
                .param(payslip.refund().cents())
                .param(payslip.recovered().cents())
                .param(payslip.netPaid().cents())
                .param(payslip.cost().cents())
                .param(payslip.document().value())
                .param(SheetJson.write(payslip.sheet()))
                .update();
        jdbc.sql("update payroll.series set last = ? where operator_id = ? and month = ?")
                .param(number)
                .param(payslip.operator().value())
                .param(payslip.month().firstDay())
                .update();
    }

    public Optional<IssuedPayslip> find(PayslipId id) {
        return jdbc.sql(SELECT + " and id = ?")
                .param(id.value())
                .query(PayslipStore::read)
                .optional();
    }

    public Optional<IssuedPayslip> find(OperatorId operator, PersonId person, Month month) {
        return jdbc.sql(SELECT + LIVE + " and operator_id = ? and person_id = ? and month = ?")
                .param(operator.value())
                .param(person.value())
                .param(month.firstDay())
                .query(PayslipStore::read)
                .optional();
    }

    /// Those that stand, newest month first.
    public List<IssuedPayslip> of(OperatorId operator, PersonId person) {
        return jdbc.sql(SELECT + LIVE + " and operator_id = ? and person_id = ? order by month desc")
                .param(operator.value())
                .param(person.value())
                .query(PayslipStore::read)
                .list();
    }

    /// Every one that was given, those cancelled and replaced too; newest first.
    public List<IssuedPayslip> history(OperatorId operator, PersonId person) {
        return jdbc.sql(SELECT + " and operator_id = ? and person_id = ? order by month desc, version desc")
                .param(operator.value())
                .param(person.value())
                .query(PayslipStore::read)
                .list();
    }

    public List<IssuedPayslip> all(OperatorId operator, Month month) {
        return jdbc.sql(SELECT + LIVE + " and operator_id = ? and month = ? order by number")
                .param(operator.value())
                .param(month.firstDay())
                .query(PayslipStore::read)
                .list();
    }

    public List<IssuedPayslip> history(OperatorId operator, Month month) {
        return jdbc.sql(SELECT + " and operator_id = ? and month = ? order by number")
                .param(operator.value())
                .param(month.firstDay())
                .query(PayslipStore::read)
                .list();
    }

    public boolean hasLater(OperatorId operator, PersonId person, Month month) {
        return jdbc.sql("""
                        select exists (select from payroll.payslip
                        where operator_id = ? and person_id = ? and month > ?)""")
                .param(operator.value())
                .param(person.value())
                .param(month.firstDay())
                .query(Boolean.class)
                .single();
    }

    /// @param person null for anybody of the entity
    public Optional<Month> lastMonth(OperatorId operator, @Nullable PersonId person) {
        var last = jdbc.sql("""
                        select max(month) as last from payroll.payslip
                        where operator_id = :operator and (:person::uuid is null or person_id = :person::uuid)""")
                .param("operator", operator.value())
                .param("person", person == null ? null : person.value())
                .query((row, index) -> Optional.ofNullable(row.getObject("last", LocalDate.class)))
                .single();
        return last.map(Month::containing);
    }

    /// The sums after the last payslip of the same year before this month.
    public YearToDate yearToDate(OperatorId operator, PersonId person, Month month) {
        return jdbc.sql(
                        SELECT
                                + LIVE
                                + " and operator_id = ? and person_id = ? and month < ? and month >= ? order by month desc limit 1")
                .param(operator.value())
                .param(person.value())
                .param(month.firstDay())
                .param(LocalDate.of(month.year(), 1, 1))
                .query(PayslipStore::read)
                .optional()
                .map(payslip -> payslip.sheet().after())
                .orElse(YearToDate.NONE);
    }

    private static IssuedPayslip read(ResultSet row, int number) throws SQLException {
        return new IssuedPayslip(
                new PayslipId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Month.containing(row.getObject("month", LocalDate.class)),
                row.getInt("version"),
                row.getString("number"),
                row.getObject("pay_date", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                Money.ofCents(row.getLong("gross_cents")),
                Money.ofCents(row.getLong("net_before_cents")),
                Money.ofCents(row.getLong("withheld_cents")),
                Money.ofCents(row.getLong("refund_cents")),
                Money.ofCents(row.getLong("recovered_cents")),
                Money.ofCents(row.getLong("net_paid_cents")),
                Money.ofCents(row.getLong("cost_cents")),
                new DocumentId(row.getObject("document_id", UUID.class)),
                SheetJson.read(row.getString("content")));
    }
}
