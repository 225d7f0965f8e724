package org.passerelle.contracts.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Reminder;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was reminded.
@Repository
public class ReminderStore {

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Every legal entity of the house; ids only.
    public List<OperatorId> everyOperator() {
        return jdbc.sql("select contracts.every_operator()").query(UUID.class).list().stream()
                .map(OperatorId::new)
                .toList();
    }

    /// @return false when that step was told before
    public boolean told(Contract contract, Reminder one) {
        return jdbc.sql("""
                        insert into contracts.reminder (operator_id, contract_id, party, step, at, by_hand)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .param(contract.operator().value())
                        .param(contract.id().value())
                        .param(one.party().name())
                        .param(one.step())
                        .param(OffsetDateTime.ofInstant(one.at(), ZoneOffset.UTC))
                        .param(one.byHand())
                        .update()
                > 0;
    }

    /// The oldest first.
    public List<Reminder> of(Contract contract) {
        return jdbc.sql("""
                        select party, step, at, by_hand from contracts.reminder
                        where operator_id = ? and contract_id = ? order by at""")
                .param(contract.operator().value())
                .param(contract.id().value())
                .query((row, _) -> new Reminder(
                        Party.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBoolean(4)))
                .list();
    }
}
