package org.passerelle.workspace.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.db.Scopes;
import org.passerelle.workspace.core.MonthFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The freelancer's home page in one call: it is the page that is opened most, so it does not go through six front
/// doors. It only reads, every figure comes from the table that owns it, and the tenant's wall stands as elsewhere.
@Repository
public class MonthStore {

    private final JdbcClient sql;

    MonthStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What is known of a month of the signed-in person; empty when no entity in scope employs them.
    ///
    /// @param asked the month wanted; empty: the one before the running one until its pay is done
    public Optional<MonthFacts> month(UserId user, Optional<Month> asked, Month running) {
        return sql.sql("select * from workspace.month(?, ?, ?, ?)")
                .params(Arrays.asList(
                        seen(), user.value(), asked.map(Month::firstDay).orElse(null), running.firstDay()))
                .query(MonthStore::facts)
                .optional();
    }

    /// The operators in scope, for the function that sets them: no transaction is opened for one call.
    private static String seen() {
        return Scopes.current().operators().stream().map(OperatorId::toString).collect(Collectors.joining(","));
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
