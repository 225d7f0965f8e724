package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("R-02: what is frozen is never updated, deleted or emptied by the application")
class R02_FrozenTablesTest {

    /// Tables that must be frozen; one that is named here and has no guard is red.
    private static final List<String> PROMISED = List.of(
            "documents.document",
            "identity.trail_line",
            "invoicing.invoice",
            "invoicing.invoice_line",
            "invoicing.settlement",
            "invoicing.settlement_share",
            "ledger.closing",
            "ledger.entry",
            "ledger.line");

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Test
    void every_promised_table_is_guarded() {
        assertThat(frozen()).containsAll(PROMISED);
    }

    @Test
    void update_delete_and_truncate_are_refused_on_every_frozen_table() {
        var operator = OperatorId.random();
        Scopes.run(
                Scope.system(operator),
                () -> ledger.post(Entries.sale(operator, "FA-2026-000001", Entries.DAY, "10.00", "2.00")));
        for (var table : frozen()) {
            for (var change : List.of(
                    "update " + table + " set operator_id = operator_id",
                    "delete from " + table,
                    "truncate " + table)) {
                assertThat(isRefused(operator, change)).as(change).isTrue();
            }
        }
        assertThat(isRefused(operator, "select count(*) from ledger.entry")).isFalse();
    }

    @Test
    void the_application_does_not_write_balances_by_itself() {
        var operator = OperatorId.random();
        assertThat(isRefused(operator, "update ledger.balance set debit_cents = 0"))
                .isTrue();
        assertThat(isRefused(
                        operator,
                        "insert into ledger.balance values ('" + operator + "', '512000', null, null, 2026, 1, 0)"))
                .isTrue();
    }

    /// From the catalogue: whatever carries the guard of `platform.freeze`.
    private TreeSet<String> frozen() {
        return new TreeSet<>(sql.sql("""
                        select distinct n.nspname || '.' || c.relname
                        from pg_trigger t
                        join pg_proc p on p.oid = t.tgfoid
                        join pg_class c on c.oid = t.tgrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where p.proname = 'refuse_change' and t.tgname = 'frozen'""").query(String.class).list());
    }

    private boolean isRefused(OperatorId operator, String statement) {
        return Scopes.call(Scope.system(operator), () -> {
            try {
                transaction.executeWithoutResult(_ -> {
                    if (statement.startsWith("select")) {
                        sql.sql(statement).query(Long.class).single();
                    } else {
                        sql.sql(statement).update();
                    }
                });
                return false;
            } catch (DataAccessException e) {
                return true;
            }
        });
    }
}
