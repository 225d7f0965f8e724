package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.cli.month.MonthFolder;
import org.passerelle.cli.month.MonthLoader;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.audit.Audit;
import org.passerelle.platform.audit.Invariant;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// The example month is loaded; then, as only a superuser can, one row is broken for each invariant in turn, the
/// auditor
/// is asked, and the row is mended. The database is this class's own.
@PasserelleTest
@TestPropertySource(properties = "a-database-of-its-own=R-32")
@DisplayName("R-32: one broken row for each invariant is named by operator, rule and row")
class R32_EveryInvariantTest {

    @Autowired
    Audit audit;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    MonthLoader loader;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient sql;

    private Connection superuser;
    private OperatorId operator;
    private String mine;

    @BeforeEach
    void the_example_month_is_closed_and_all_is_well() throws SQLException {
        var folder = MonthFolder.read(Path.of("examples/2026-10"));
        loader.load(folder, (_, _) -> {});
        operator = folder.operators().getFirst().operator().id();
        in(operator, () -> ledger.close(operator, Month.of(2026, 10)));
        mine = " where operator_id = '" + operator + "'";
        superuser = TestServer.server()
                .superuser(
                        sql.sql("select current_database()").query(String.class).single());
        change("set session_replication_role = replica");
        assertThat(told()).contains("All invariants hold.");
    }

    @AfterEach
    void all_is_well_again() throws SQLException {
        assertThat(told()).contains("All invariants hold.");
        superuser.close();
    }

    @Test
    void I1_to_I3_the_book_and_the_invoices() throws SQLException {
        var invoice = one("select id from invoicing.invoice" + mine + " and number = 'FA-2026-000001'");
        var entry = one("select entry_id from invoicing.invoice where id = '" + invoice + "'");
        broken(
                "I-1",
                "ledger.entry " + entry,
                "update ledger.line set debit_cents = debit_cents %s 1 where entry_id = '" + entry
                        + "' and debit_cents > 0",
                "+",
                "-");
        broken(
                "I-2",
                "invoicing.series FA-2026",
                "update invoicing.series set last = last %s 1" + mine + " and series = 'FA-2026'",
                "+",
                "-");
        broken(
                "I-2",
                "ledger.counter 2026 G",
                "update ledger.counter set last = last %s 1" + mine + " and year = 2026 and file = 'G'",
                "+",
                "-");
        broken(
                "I-3",
                "invoicing.invoice FA-2026-000001",
                "update invoicing.invoice set document_id = %s where id = '" + invoice + "'",
                "'" + UUID.randomUUID() + "'",
                "'" + one("select document_id from invoicing.invoice where id = '" + invoice + "'") + "'");
    }

    @Test
    void I4_the_payslip_its_lines_its_entry_and_its_order() throws SQLException {
        var number = one("select min(number) from payroll.payslip" + mine);
        var id = one("select id from payroll.payslip" + mine + " and number = '" + number + "'");
        var payslip = "payroll.payslip " + number;
        broken(
                "I-4",
                payslip,
                "update payroll.payslip set gross_cents = gross_cents %s 1 where id = '" + id + "'",
                "+",
                "-");
        broken(
                "I-4",
                payslip,
                "update payroll.payslip set content = jsonb_set(content, '{lines,0,employer,cents}',"
                        + " to_jsonb((content #>> '{lines,0,employer,cents}')::bigint %s 1)) where id = '" + id + "'",
                "+",
                "-");
        broken(
                "I-4",
                payslip,
                "update ledger.entry set source = %s where id = '"
                        + one("select id from ledger.entry" + mine + " and source = 'payslip:" + id + "'") + "'",
                "'another'",
                "'payslip:" + id + "'");
        broken(
                "I-4",
                payslip,
                "update banking.payment_order set amount_cents = amount_cents %s 1 where subject = 'payslip:" + id
                        + "'",
                "+",
                "-");
        broken(
                "I-2",
                "payroll.series 2026-10",
                "update payroll.series set last = last %s 1" + mine + " and month = '2026-10-01'",
                "+",
                "-");
    }

    @Test
    void I5_to_I7_the_bank_the_accounts_and_the_closing() throws SQLException {
        var line = one("select min(line_id::text) from banking.match_share" + mine + " and invoice_id is not null");
        broken(
                "I-5",
                "banking.line " + line,
                "update banking.match_share set amount_cents = amount_cents %s 1 where line_id = '" + line + "'",
                "+",
                "-");
        var worker = one("select min(worker_id::text) from ledger.balance" + mine + " and account = '901100'");
        broken(
                "I-6",
                "ledger.balance 901100 - " + worker,
                "update ledger.balance set credit_cents = credit_cents %s 1 where worker_id = '" + worker
                        + "' and account = '901100'",
                "+",
                "-");
        var entry = one("select min(id::text) from ledger.entry" + mine + " and date < '2026-11-01'");
        broken(
                "I-7",
                "ledger.entry " + entry,
                "update ledger.entry set posted_at = posted_at %s interval '1 day' where id = '" + entry + "'",
                "+",
                "-");
    }

    @Test
    void I8_a_row_of_another_operator() throws SQLException {
        var payslip = one("select min(id::text) from payroll.payslip" + mine);
        var theirs = one("select min(id::text) from people.person where operator_id <> '" + operator + "'");
        broken(
                "I-8",
                "payroll.payslip person_id=" + theirs,
                "update payroll.payslip set person_id = '%s' where id = '" + payslip + "'",
                theirs,
                one("select person_id from payroll.payslip where id = '" + payslip + "'"));
    }

    @Test
    void I9_an_event_that_nobody_handled_and_an_approval_without_draft() throws SQLException {
        var event = UUID.randomUUID().toString();
        change(
                "insert into platform.event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " values ('" + event + "', 'a listener', 'an event', '{\"operator\":{\"value\":\"" + operator
                        + "\"},\"number\":\"X\"}', now() - interval '9 minutes')");
        assertThat(named("I-9", operator.toString(), "platform.event_publication " + event))
                .isFalse();
        change("update platform.event_publication set publication_date = now() - interval '11 minutes'");
        assertThat(named("I-9", operator.toString(), "platform.event_publication " + event))
                .isTrue();
        change("delete from platform.event_publication where id = '" + event + "'");

        var draft = one("select min(id::text) from invoicing.draft" + mine + " and report_id is not null");
        var report = one("select report_id from invoicing.draft where id = '" + draft + "'");
        broken(
                "I-9",
                "activity.report " + report,
                "update invoicing.draft set report_id = '%s' where id = '" + draft + "'",
                UUID.randomUUID().toString(),
                report);
    }

    @Test
    void I10_to_I11_the_trail_and_the_intents() throws SQLException {
        broken(
                "I-10",
                "identity.trail_line 2",
                "update identity.trail_line set actor = %s" + mine + " and line_no = 2",
                "actor || '?'",
                "rtrim(actor, '?')");
        var draft = one("select min(id::text) from invoicing.draft" + mine + " and state = 'ISSUED'");
        broken(
                "I-11",
                "invoicing.draft " + draft,
                "update invoicing.draft set state = '%s' where id = '" + draft + "'",
                "DRAFT",
                "ISSUED");
    }

    @Test
    void I12_a_file_an_entry_and_a_guard() throws SQLException {
        var entry = one("select min(id::text) from ledger.entry" + mine);
        broken(
                "I-12",
                "ledger.entry " + entry,
                "update ledger.entry set label = %s where id = '" + entry + "'",
                "label || '?'",
                "rtrim(label, '?')");

        // a superuser who alters a file, plain or sealed for a person, must take the columns' own checks away
        var checks = one("select string_agg(conname || '|' || pg_get_constraintdef(oid), '#') from pg_constraint"
                        + " where conrelid = 'documents.document'::regclass"
                        + " and pg_get_constraintdef(oid) like '%sha256(content)%'")
                .split("#");
        for (var check : checks) change("alter table documents.document drop constraint " + check.split("\\|")[0]);
        for (var kind : List.of("subject_id is null", "subject_id is not null")) {
            var document = one("select min(id::text) from documents.document" + mine + " and " + kind);
            broken(
                    "I-12",
                    "documents.document " + document,
                    "update documents.document set content = set_byte(content, 3, get_byte(content, 3) # 1) where id = '"
                            + document + "'%s",
                    "",
                    "");
        }
        for (var check : checks) {
            var parts = check.split("\\|", 2);
            change("alter table documents.document add constraint " + parts[0] + " " + parts[1]);
        }
    }

    @Test
    void I12_each_frozen_table_whose_guard_is_off_dropped_or_weakened() throws SQLException {
        for (var table : texts("select name from platform.frozen_table order by 1")) {
            for (var guard : List.of("frozen", "frozen_truncate")) {
                change("alter table " + table + " disable trigger " + guard);
                assertThat(named("I-12", "-", table)).as(table + " off").isTrue();
                change("alter table " + table + " enable trigger " + guard);
                var definition = one("select pg_get_triggerdef(oid) from pg_trigger where tgrelid = '" + table
                        + "'::regclass and tgname = '" + guard + "'");
                change("drop trigger " + guard + " on " + table);
                assertThat(named("I-12", "-", table)).as(table + " dropped").isTrue();
                change(definition);
                assertThat(named("I-12", "-", table)).as(table).isFalse();
            }
        }
        var guard = one("select pg_get_functiondef('platform.refuse_change'::regproc)");
        change(Pattern.compile("raise exception.*?;", Pattern.DOTALL)
                .matcher(guard)
                .replaceFirst("return null;"));
        assertThat(named("I-12", "-", "ledger.line")).isTrue();
        change(guard);
    }

    private void broken(String rule, String row, String change, String wrong, String right) throws SQLException {
        assertThat(change(change.formatted(wrong))).as(change).isPositive();
        assertThat(named(rule, operator.toString(), row))
                .as("%s, operator %s: %s in %s", rule, operator, row, told())
                .isTrue();
        change(change.formatted(right));
        assertThat(named(rule, operator.toString(), row)).as(change).isFalse();
    }

    private boolean named(String rule, String whose, String row) {
        return invariants.stream()
                .filter(invariant -> invariant.id().equals(rule))
                .flatMap(invariant -> invariant.check().stream())
                .anyMatch(breach ->
                        breach.operator().equals(whose) && breach.row().equals(row));
    }

    /// What `./passerelle audit` prints; it exits with 0 exactly when all holds.
    private String told() {
        var out = new ByteArrayOutputStream();
        int exit = AuditCommand.print(audit.check(), new PrintStream(out, true, StandardCharsets.UTF_8));
        var text = out.toString(StandardCharsets.UTF_8);
        assertThat(exit == 0).isEqualTo(text.contains("All invariants hold."));
        return text;
    }

    private int change(String statement) throws SQLException {
        try (var one = superuser.createStatement()) {
            one.execute(statement);
            return one.getUpdateCount();
        }
    }

    private String one(String query) throws SQLException {
        return texts(query).getFirst();
    }

    private List<String> texts(String query) throws SQLException {
        try (var one = superuser.createStatement();
                var rows = one.executeQuery(query)) {
            var texts = new java.util.ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }
}
