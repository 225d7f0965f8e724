package org.passerelle.invoicing.store;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.invoicing.Settlement;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.ledger.LineId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was paid on which invoice.
@Repository
public class SettlementStore {

    private final JdbcClient jdbc;

    SettlementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Settlement> find(OperatorId operator, InvoiceId invoice, BankLineId bankLine) {
        return jdbc.sql("""
                        select id, date, amount_cents, vat_cents from invoicing.settlement
                        where operator_id = ? and invoice_id = ? and bank_line_id = ?""")
                .param(operator.value())
                .param(invoice.value())
                .param(bankLine.value())
                .query((row, _) -> new Settlement(
                        invoice,
                        bankLine,
                        row.getObject("date", LocalDate.class),
                        Money.ofCents(row.getLong("amount_cents")),
                        Money.ofCents(row.getLong("vat_cents")),
                        shares(operator, row.getObject("id", UUID.class))))
                .optional();
    }

    private List<Settlement.Share> shares(OperatorId operator, UUID settlement) {
        return jdbc.sql("""
                        select person_id, collected_cents from invoicing.settlement_share
                        where operator_id = ? and settlement_id = ? order by person_id""")
                .param(operator.value())
                .param(settlement)
                .query((row, _) -> new Settlement.Share(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Money.ofCents(row.getLong("collected_cents"))))
                .list();
    }

    public void insert(OperatorId operator, Settlement settlement, EntryId entry, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into invoicing.settlement (operator_id, id, invoice_id, bank_line_id, date, amount_cents,
                            vat_cents, entry_id, settled_at, settled_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?,
                            coalesce(nullif(current_setting('passerelle.actor', true), ''), 'system'))""")
                .param(operator.value())
                .param(id)
                .param(settlement.invoice().value())
                .param(settlement.bankLine().value())
                .param(Date.valueOf(settlement.date()))
                .param(settlement.amount().cents())
                .param(settlement.vat().cents())
                .param(entry.value())
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        for (var share : settlement.shares()) {
            jdbc.sql("insert into invoicing.settlement_share values (?, ?, ?, ?)")
                    .param(operator.value())
                    .param(id)
                    .param(share.person().value())
                    .param(share.collected().cents())
                    .update();
        }
    }

    /// Entries whose first line stands on the client's account for this invoice: its own, its payments', its credit
    /// notes'. Together they are what lettrage ties. A corrective invoice takes the old one back
    /// on its second line.
    public List<LineId> entries(OperatorId operator, InvoiceId invoice) {
        return jdbc.sql("""
                        select entry_id, case when type = 'CORRECTED' and corrects = ? then 2 else 1 end as position
                        from invoicing.invoice where operator_id = ? and (id = ? or corrects = ?)
                        union all
                        select entry_id, 1 from invoicing.settlement where operator_id = ? and invoice_id = ?""")
                .param(invoice.value())
                .param(operator.value())
                .param(invoice.value())
                .param(invoice.value())
                .param(operator.value())
                .param(invoice.value())
                .query((row, _) ->
                        new LineId(new EntryId(row.getObject("entry_id", UUID.class)), row.getInt("position")))
                .list();
    }
}
