package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.audit.Audit;
import org.passerelle.platform.audit.Breach;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The guards are taken down as only a superuser can, one row is broken, the auditor is asked, the row is mended.
@PasserelleTest
@Import(Billing.class)
@DisplayName("R-32: each broken row is named by operator, invariant and row")
class R32_TheAuditorSeesTest {

    @Autowired
    Audit audit;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Ledger ledger;

    @Autowired
    Billing billing;

    @Autowired
    JdbcClient sql;

    @Test
    void one_broken_row_per_invariant_of_the_book_and_of_the_invoices() throws Exception {
        var s = billing.situation();
        var invoice = billing.issued(s, billing.draft(s, "2026-10-12"));
        in(s.id(), () -> invoicing.settle(s.id(), invoice.id(), Money.of("540"), BankLineId.random(), Billing.LAST));
        in(s.id(), () -> ledger.close(s.id(), Month.of(2026, 10)));
        assertThat(breaches(s)).isEmpty();

        var mine = " where operator_id = '" + s.id() + "'";
        broken(s, "I-1", "update ledger.line set debit_cents = debit_cents %s 1" + mine + " and account = '512000'");
        broken(s, "I-2", "update invoicing.series set last = last %s 1" + mine);
        broken(s, "I-2", "update ledger.counter set last = last %s 1" + mine + " and year = 2026 and file = 'G'");
        broken(
                s,
                "I-3",
                "update invoicing.invoice set gross_cents = gross_cents %1$s 1, net_cents = net_cents %1$s 1" + mine);
        broken(
                s,
                "I-5",
                "update ledger.line set credit_cents = credit_cents %s 1" + mine
                        + " and account = '411000' and credit_cents > 0");
        broken(
                s,
                "I-6",
                "update ledger.balance set credit_cents = credit_cents %s 1" + mine + " and account = '901100'");
        broken(s, "I-7", "update ledger.entry set posted_at = posted_at %s interval '1 day'" + mine);

        changed(
                s,
                "I-11",
                "update invoicing.draft set state = %s where id = '" + invoice.id() + "'",
                "'DRAFT'",
                "'ISSUED'");
        changed(
                s,
                "I-3",
                "update identity.trail_line set action = %s where subject_id = '" + invoice.id()
                        + "' and action like 'invoice.issued%%'",
                "'invoice.issued?'",
                "'invoice.issued'");
        assertThat(breaches(s)).isEmpty();
    }

    private void broken(Billing.Situation s, String invariant, String change) throws SQLException {
        changed(s, invariant, change, "+", "-");
    }

    private void changed(Billing.Situation s, String invariant, String change, String wrong, String right)
            throws SQLException {
        asSuperuser(change.formatted(wrong));
        assertThat(breaches(s)).as(change).contains(invariant);
        asSuperuser(change.formatted(right));
    }

    private java.util.List<String> breaches(Billing.Situation s) {
        return audit.check().stream()
                .filter(result ->
                        result.breaches().stream().map(Breach::operator).anyMatch(s.id().toString()::equals))
                .map(Audit.Result::id)
                .toList();
    }

    private void asSuperuser(String change) throws SQLException {
        var database = sql.sql("select current_database()").query(String.class).single();
        try (var superuser = TestServer.server().superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThat(statement.executeUpdate(change)).as(change).isPositive();
        }
    }
}
