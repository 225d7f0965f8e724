package org.passerelle.payroll.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;
import org.passerelle.payroll.PayslipCorrection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which payslip cancels and replaces which, and what was paid too much by it.
@Repository
public class CorrectionStore {

    private static final String SELECT = """
            select c.payslip_id, c.corrects, n.number, o.number as corrected, c.reason, c.overpaid_cents, c.made_at,
                c.made_by
            from payroll.correction c
            join payroll.payslip n on n.operator_id = c.operator_id and n.id = c.payslip_id
            join payroll.payslip o on o.operator_id = c.operator_id and o.id = c.corrects
            where c.operator_id = ?\s""";

    private final JdbcClient jdbc;

    CorrectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(OperatorId operator, PayslipCorrection correction) {
        jdbc.sql("""
                        insert into payroll.correction (operator_id, payslip_id, corrects, reason, overpaid_cents, made_at,
                            made_by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(correction.payslip().value())
                .param(correction.corrects().value())
                .param(correction.reason())
                .param(correction.overpaid().cents())
                .param(OffsetDateTime.ofInstant(correction.at(), ZoneOffset.UTC))
                .param(correction.by())
                .update();
    }

    /// What replaced a payslip.
    public Optional<PayslipCorrection> of(OperatorId operator, PayslipId corrected) {
        return jdbc.sql(SELECT + "and c.corrects = ?")
                .param(operator.value())
                .param(corrected.value())
                .query(CorrectionStore::read)
                .optional();
    }

    public List<PayslipCorrection> of(OperatorId operator, PersonId person) {
        return jdbc.sql(SELECT + "and n.person_id = ? order by c.made_at")
                .param(operator.value())
                .param(person.value())
                .query(CorrectionStore::read)
                .list();
    }

    /// What the person was paid too much by payslips that stand, less what later ones kept of it.
    public Money overpaid(OperatorId operator, PersonId person) {
        return Money.ofCents(jdbc.sql("""
                        select coalesce(sum(coalesce(c.overpaid_cents, 0) - p.recovered_cents), 0)
                        from payroll.payslip p
                        left join payroll.correction c on c.operator_id = p.operator_id and c.payslip_id = p.id
                        where p.operator_id = ? and p.person_id = ?
                          and not exists (select from payroll.correction later
                              where later.operator_id = p.operator_id and later.corrects = p.id)""")
                .param(operator.value())
                .param(person.value())
                .query(Long.class)
                .single());
    }

    private static PayslipCorrection read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new PayslipCorrection(
                new PayslipId(row.getObject("payslip_id", UUID.class)),
                row.getString("number"),
                new PayslipId(row.getObject("corrects", UUID.class)),
                row.getString("corrected"),
                row.getString("reason"),
                Money.ofCents(row.getLong("overpaid_cents")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"));
    }
}
