package org.passerelle.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("R-02: what is frozen is never updated, deleted or emptied by the application")
class R02_FrozenTablesTest {

    /// Tables that may change, each with the reason. A table that is neither frozen nor named here is red: freeze it
    /// (`select platform.freeze('…')` in its migration), or say here why it changes.
    private static final Map<String, String> CHANGES = Map.ofEntries(
            Map.entry("activity.line", "until the report is approved, then locked"),
            Map.entry("activity.report", "until it is approved, then locked"),
            Map.entry("activity.saving", "says which report an act saved"),
            Map.entry("activity.expense", "until it is decided"),
            Map.entry("banking.desk", "a counter and a policy"),
            Map.entry("clients.client", "addresses change"),
            Map.entry("clientspace.link", "is revoked"),
            Map.entry("collection.dispute", "is closed with its outcome"),
            Map.entry("contracts.contract", "is sent, then signed or closed; a trigger keeps what was sent"),
            Map.entry("contracts.house_fact", "what papers of tomorrow say"),
            Map.entry("contracts.invitation", "codes are sent, the link is spent"),
            Map.entry("contracts.series", "the last number"),
            Map.entry("deadlines.deadline", "a clock is marked as done"),
            Map.entry("deadlines.feed", "a calendar's key is renewed"),
            Map.entry("deadlines.watch", "what was computed last"),
            Map.entry("gatherings.booking", "is given back, moved up, attended"),
            Map.entry("gatherings.rule", "the hour and the seats change"),
            Map.entry("gatherings.session", "is locked while a seat is given"),
            Map.entry("identity.trail_head", "the end of the chain"),
            Map.entry("identity.held_role", "roles are given and taken; the trail keeps them"),
            Map.entry("invoicing.draft", "becomes an invoice"),
            Map.entry("invoicing.draft_line", "becomes a line of an invoice"),
            Map.entry("invoicing.series", "the last number"),
            Map.entry("joining.application", "answers are given step by step, then it is decided"),
            Map.entry("joining.declaration", "is handed in, then acknowledged or refused"),
            Map.entry("joining.door", "a director opens and closes it"),
            Map.entry("joining.invitation", "the link is spent"),
            Map.entry("joining.proof", "is checked, accepted or refused"),
            Map.entry("ledger.balance", "kept by the postings alone"),
            Map.entry("ledger.counter", "the last number"),
            Map.entry("ledger.letter", "lettrage may be undone"),
            Map.entry("marketplace.application", "is accepted or declined"),
            Map.entry("marketplace.door", "a director opens and closes it"),
            Map.entry("marketplace.offer", "is read, published, taken away or taken"),
            Map.entry("missions.mission", "is shortened, ends"),
            Map.entry("operators.establishment", "versions are replaced together"),
            Map.entry("operators.fee_terms", "versions are replaced together"),
            Map.entry("operators.legal_entity", "addresses, insurance and policies change"),
            Map.entry("operators.policy_version", "a version not yet in force is replaced"),
            Map.entry("payroll.series", "the last number"),
            Map.entry("people.person", "addresses change"),
            Map.entry("people.employment_version", "a version not yet in force is replaced"),
            Map.entry("people.withholding_version", "a version not yet in force is replaced"),
            Map.entry("platform.subject_key", "a key is destroyed with what it sealed; a trigger keeps the rest"),
            Map.entry("privacy.hold", "is lifted"),
            Map.entry("privacy.request", "is answered"),
            Map.entry("platform.operator_key", "keys are destroyed with their operator"));

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Test
    void every_table_of_an_operator_is_frozen_or_may_change_for_a_reason() {
        var loose = new TreeSet<>(sql.sql("""
                        select n.nspname || '.' || c.relname
                        from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
                        where c.relkind in ('r', 'p')""").query(String.class).list());
        loose.removeAll(frozen());
        loose.removeAll(CHANGES.keySet());
        assertThat(loose)
                .as("neither frozen nor named with the reason why they change")
                .isEmpty();
        assertThat(frozen()).doesNotContainAnyElementsOf(CHANGES.keySet());
    }

    @Test
    void what_is_frozen_is_on_the_list_that_the_audit_compares() {
        var database = sql.sql("select current_database()").query(String.class).single();
        var listed = new TreeSet<String>();
        try (var superuser = TestServer.server().superuser(database);
                var statement = superuser.createStatement();
                var rows = statement.executeQuery("select name from platform.frozen_table")) {
            while (rows.next()) listed.add(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        listed.add("platform.frozen_table");
        assertThat(frozen()).isEqualTo(listed);
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
