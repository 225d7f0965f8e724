package org.passerelle.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.OperatorId;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@DisplayName("S-12, S-13, R-02: what the catalogue of the database must say, for every table of every module")
class S13_CatalogueTest {

    @Autowired
    JdbcClient sql;

    @Autowired
    DatabaseAccess access;

    @Autowired
    PlatformTransactionManager transactions;

    private static final String OURS = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')";

    private List<String> names(String query) {
        return sql.sql(query).query(String.class).list();
    }

    @Test
    void S12_every_table_with_an_operator_has_row_level_security_enabled_and_forced() {
        assertThat(names("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
                        where c.relkind in ('r', 'p') and\s""" + OURS + """
                         and not (c.relrowsecurity and c.relforcerowsecurity
                             and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'
                                         and p.polqual is not null and p.polwithcheck is not null))""")).isEmpty();
    }

    @Test
    void S12_the_only_policies_are_the_tenants_and_the_owners_reading() {
        assertThat(
                        names(
                                "select polrelid::regclass || ' ' || polname from pg_policy"
                                        + " where polname not in ('tenant', 'owner_reads') or polname = 'owner_reads' and polcmd <> 'r'"))
                .isEmpty();
    }

    /// Tables that the application may use without an operator hold nothing of anybody.
    @Test
    void S12_what_has_no_operator_and_is_open_to_the_application_is_on_the_list() {
        assertThat(names("""
                        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and\s""" + OURS + """
                         and has_table_privilege(c.oid, 'select')
                         and not exists (select from pg_attribute a where a.attrelid = c.oid
                                         and a.attname = 'operator_id' and not a.attisdropped)
                        order by 1"""))
                .as("the words of published offers correct typing mistakes of any visitor")
                .containsExactly("marketplace.word", "platform.event_publication");
    }

    @Test
    void S12_nothing_set_nothing_seen_in_any_table() {
        for (var table : names("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select') and\s""" + OURS)) {
            assertThat(sql.sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void S12_a_row_for_another_operator_is_refused() {
        var mine = OperatorId.random();
        var other = OperatorId.random();
        assertThatThrownBy(() -> Scopes.run(
                        Scope.system(mine),
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(
                                        _ -> sql.sql("insert into identity.trail_head (operator_id, line_no, hash)"
                                                        + " values (?, 0, '\\x00')")
                                                .param(other.value())
                                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void S13_the_application_role_is_nobody_special() {
        assertThat(names("select rolname from pg_roles where rolname = current_user"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where pg_get_userbyid(c.relowner) = current_user and " + OURS))
                .isEmpty();
        assertThat(names("select nspname from pg_namespace n where " + OURS
                        + " and nspname not like 'pg_%' and has_schema_privilege(oid, 'create')"))
                .isEmpty();
        assertThat(names("select 'temp' where has_database_privilege(current_database(), 'temp')"
                        + " or has_database_privilege(current_database(), 'create')"))
                .isEmpty();
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'truncate') and " + OURS))
                .isEmpty();
    }

    @Test
    void S13_views_look_with_the_eyes_of_who_asks() {
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'v' and " + OURS
                        + " and not coalesce(c.reloptions @> array['security_invoker=true'], false)"))
                .isEmpty();
        assertThat(names("select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'm' and " + OURS))
                .isEmpty();
    }

    @Test
    void S13_keys_and_references_carry_the_operator() {
        assertThat(names("""
                        select i.indexrelid::regclass::text from pg_index i
                        join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'operator_id' and not a.attisdropped
                        where i.indisunique and\s""" + OURS + """
                         and not a.attnum = any (i.indkey::smallint[])""")).isEmpty();
        assertThat(names("""
                        select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
                        join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'operator_id'
                        join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'operator_id'
                        where k.contype = 'f' and not a.attnum = any (k.conkey)""")).isEmpty();
    }

    @Test
    void S13_functions_with_the_owners_rights_fix_their_search_path_and_are_closed_to_the_public() {
        assertThat(names("select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace"
                        + " where p.prosecdef and " + OURS
                        + " and (p.proconfig is null or not exists (select from unnest(p.proconfig) s"
                        + " where s like 'search_path=%') or p.proacl is null and p.prorettype <> 'trigger'::regtype)"))
                .isEmpty();
    }

    @Test
    void R02_frozen_tables_refuse_everybody() throws SQLException {
        var frozen = names("select tgrelid::regclass::text from pg_trigger where tgname = 'frozen' order by 1");
        assertThat(frozen)
                .contains(
                        "documents.document",
                        "identity.trail_line",
                        "ledger.entry",
                        "ledger.line",
                        "invoicing.invoice");
        var database = access.url().substring(access.url().lastIndexOf('/') + 1);
        try (var connection = TestServer.server().superuser(database);
                var statement = connection.createStatement()) {
            for (var table : frozen) {
                assertThatThrownBy(() -> statement.execute("truncate " + table + " cascade"))
                        .as(table)
                        .isInstanceOf(SQLException.class);
            }
        }
        for (var table : frozen) {
            for (var right : List.of("update", "delete", "truncate")) {
                assertThat(sql.sql("select has_table_privilege(?, ?)")
                                .params(table, right)
                                .query(Boolean.class)
                                .single())
                        .as(right + " on " + table)
                        .isFalse();
            }
            assertThatThrownBy(() -> sql.sql("delete from " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
            assertThatThrownBy(() -> sql.sql("update " + table + " set operator_id = operator_id")
                            .update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(names("select tgrelid::regclass::text from pg_trigger where tgname = 'frozen_truncate' order by 1"))
                .isEqualTo(frozen);
    }
}
