package org.passerelle.activity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads and writes `activity.expense`. The database refuses any change of an approved expense.
@Repository
public class ExpenseStore {

    private final JdbcClient jdbc;

    ExpenseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when the intent was carried out before
    public boolean insert(Expense expense, UUID intent) {
        var mission = expense.mission();
        return jdbc.sql("""
                        insert into activity.expense (operator_id, id, intent, person_id, month, day, category, label,
                            mission_id, gross_cents, vat_cents, rebilled, receipt_id, state)
                        values (:operator, :id, :intent, :person, :month, :day, :category, :label,
                            :mission, :gross, :vat, :rebilled, :receipt, 'SUBMITTED')
                        on conflict (operator_id, intent) do nothing""")
                        .param("operator", expense.operator().value())
                        .param("id", expense.id().value())
                        .param("intent", intent)
                        .param("person", expense.person().value())
                        .param("month", expense.month().firstDay())
                        .param("day", expense.day())
                        .param("category", expense.category().name())
                        .param("label", expense.label())
                        .param("mission", mission == null ? null : mission.value())
                        .param("gross", expense.gross().cents())
                        .param("vat", expense.vat().cents())
                        .param("rebilled", expense.rebilled())
                        .param("receipt", expense.receipt().value())
                        .update()
                > 0;
    }

    public void decide(Expense expense, ExpenseState state, @Nullable String returnReason, Instant at, String by) {
        jdbc.sql("""
                        update activity.expense set state = :state, return_reason = :reason, decided_at = :at,
                            decided_by = :by
                        where operator_id = :operator and id = :id""")
                .param("state", state.name())
                .param("reason", returnReason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("operator", expense.operator().value())
                .param("id", expense.id().value())
                .update();
    }

    public Optional<Expense> lock(ExpenseId id) {
        return jdbc.sql("""
                        select * from activity.expense
                        where operator_id = any (platform.operators()) and id = :id for update""").param("id", id.value()).query(ExpenseStore::read).optional();
    }

    public Optional<Expense> find(ExpenseId id) {
        return jdbc.sql("select * from activity.expense where operator_id = any (platform.operators()) and id = :id")
                .param("id", id.value())
                .query(ExpenseStore::read)
                .optional();
    }

    /// One intent at a time; ends with the transaction.
    public void lockIntent(UUID intent) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("intent %s".formatted(intent))
                .query(row -> {});
    }

    public Optional<Expense> byIntent(OperatorId operator, UUID intent) {
        return jdbc.sql("select * from activity.expense where operator_id = :operator and intent = :intent")
                .param("operator", operator.value())
                .param("intent", intent)
                .query(ExpenseStore::read)
                .optional();
    }

    public List<Expense> of(PersonId person, Month month) {
        return jdbc.sql("""
                        select * from activity.expense
                        where operator_id = any (platform.operators()) and person_id = :person and month = :month
                        order by day, label""")
                .param("person", person.value())
                .param("month", month.firstDay())
                .query(ExpenseStore::read)
                .list();
    }

    public List<Expense> waiting(OperatorId operator) {
        return jdbc.sql("""
                        select * from activity.expense where operator_id = :operator and state = 'SUBMITTED'
                        order by month, day, label""")
                .param("operator", operator.value())
                .query(ExpenseStore::read)
                .list();
    }

    public List<Expense> all(OperatorId operator, Month month) {
        return jdbc.sql("""
                        select * from activity.expense where operator_id = :operator and month = :month
                        order by day, label""")
                .param("operator", operator.value())
                .param("month", month.firstDay())
                .query(ExpenseStore::read)
                .list();
    }

    private static Expense read(ResultSet row, int index) throws SQLException {
        var mission = row.getObject("mission_id", UUID.class);
        return new Expense(
                new ExpenseId(row.getObject("id", UUID.class)),
                new OperatorId(row.getObject("operator_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                Month.containing(row.getObject("month", LocalDate.class)),
                row.getObject("day", LocalDate.class),
                ExpenseCategory.valueOf(row.getString("category")),
                row.getString("label"),
                mission == null ? null : new MissionId(mission),
                Money.ofCents(row.getLong("gross_cents")),
                Money.ofCents(row.getLong("vat_cents")),
                row.getBoolean("rebilled"),
                new DocumentId(row.getObject("receipt_id", UUID.class)),
                ExpenseState.valueOf(row.getString("state")),
                row.getString("return_reason"));
    }
}
