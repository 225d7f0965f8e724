package org.passerelle.privacy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.passerelle.contracts.Consent;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Signature;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.operators.Operator;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.audit.Invariant;
import org.passerelle.platform.crypto.Forgotten;
import org.passerelle.privacy.Holding.State;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Import(ExampleMonth.class)
@TestPropertySource(properties = "passerelle.note=a database of its own, whose people are forgotten")
@DisplayName("S-43, RG-02: a person is forgotten kind by kind, the books stay as they are, and a restore forgets again")
class S43_ForgetTest {

    private static final Instant LATER = Instant.parse("2090-01-15T10:00:00Z");

    /// Evidence of the books keeps names as long as the books are kept (IN-40): named here, and in « Mes données ».
    private static final List<String> BOOKS =
            List.of("ledger.", "banking.", "invoicing.", "documents.document", "activity.expense");

    @Autowired
    ExampleMonth month;

    @Autowired
    Privacy privacy;

    @Autowired
    People people;

    @Autowired
    Contracts contracts;

    @Autowired
    Payslips payslips;

    @Autowired
    Identity identity;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Person person;

    @BeforeEach
    void somebody_who_left_with_papers_signed() {
        operator = month.lived().getFirst();
        person = month.person(operator.id(), "P-001");
    }

    @AfterEach
    void now_again() {
        clock.reset();
    }

    @Test
    @Order(1)
    void while_the_contract_runs_only_copies_of_proofs_have_a_day() {
        var other = anybodyOf(month.lived().getLast());
        assertThat(states(other))
                .containsEntry(Kind.ACCOUNT, State.RUNNING)
                .containsEntry(Kind.PAYSLIP, State.RUNNING)
                .containsEntry(Kind.PROOF, State.READY)
                .containsEntry(Kind.BOOKS, State.STAYS);
    }

    @Test
    @Order(4)
    void everything_but_the_books_is_forgotten_when_its_day_has_come_and_again_after_a_restore() {
        var worker = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        month.signingIn(person, worker.user().id());
        signed();
        left(LocalDate.of(2026, 10, 31));
        var payslip = in(operator.id(), () -> payslips.history(operator.id(), person.id()))
                .getFirst();
        var paper = in(operator.id(), () -> contracts.of(operator.id(), person.id()))
                .getFirst();
        var balances = balances();
        var needles =
                List.of(person.name(), person.nir().value(), person.iban().value(), person.email(), worker.email());
        assertThat(traces(needles)).contains("people.person", "identity.app_user");
        var backup = backup();

        // five years and a day after the end: the file and the papers go, the payslips stay
        clock.moveTo(Instant.parse("2031-11-02T10:00:00Z"));
        in(operator.id(), () -> privacy.tidy(operator.id()));
        assertThat(states(now()))
                .containsEntry(Kind.FILE, State.ERASED)
                .containsEntry(Kind.CONTRACT, State.ERASED)
                .containsEntry(Kind.ACCOUNT, State.READY)
                .containsEntry(Kind.RECEIPT, State.KEPT)
                .containsEntry(Kind.PAYSLIP, State.KEPT);
        assertThat(now().name()).isEqualTo(person.name());
        assertThat(in(operator.id(), () -> payslips.pdf(payslip))).isNotEmpty();
        assertThatThrownBy(() -> in(operator.id(), () -> contracts.pdf(paper.id())))
                .isInstanceOf(Forgotten.class);
        assertThat(in(operator.id(), () -> contracts.of(operator.id(), person.id())))
                .allSatisfy(one -> assertThat(one.signatures())
                        .allSatisfy(signature -> assertThat(signature.name()).isEqualTo("—")));

        // asked for: the sign-in goes too
        in(operator.id(), () -> privacy.ask(now(), UUID.randomUUID()));
        assertThat(in(operator.id(), () -> privacy.waiting(operator.id()))).hasSize(1);
        assertThat(in(operator.id(), () -> privacy.forget(now(), UUID.randomUUID())))
                .containsExactly(Kind.ACCOUNT);
        assertThat(in(operator.id(), () -> privacy.waiting(operator.id()))).isEmpty();
        assertThat(identity.byEmail(worker.email())).isEmpty();

        // and at last the name
        clock.moveTo(LATER);
        in(operator.id(), () -> privacy.tidy(operator.id()));
        assertThat(now().name()).isEqualTo("Personne effacée");
        assertThatThrownBy(() -> in(operator.id(), () -> payslips.pdf(payslip))).isInstanceOf(Forgotten.class);
        assertThat(outsideTheBooks(traces(needles)))
                .as("traces outside what the law keeps")
                .isEmpty();
        assertThat(balances()).isEqualTo(balances);
        assertThat(breaches()).isEmpty();
        assertThat(in(operator.id(), () -> privacy.tidy(operator.id()))).isZero();

        restore(backup);
        assertThat(now().name()).isEqualTo(person.name());
        assertThat(in(operator.id(), () -> privacy.again(operator.id()))).isGreaterThanOrEqualTo(7);
        assertThat(now().name()).isEqualTo("Personne effacée");
        assertThatThrownBy(() -> in(operator.id(), () -> payslips.pdf(payslip))).isInstanceOf(Forgotten.class);
        assertThat(outsideTheBooks(traces(needles))).isEmpty();
        assertThat(balances()).isEqualTo(balances);
    }

    @Test
    @Order(2)
    void a_dispute_keeps_everything_until_it_is_lifted() {
        var entity = month.lived().getLast();
        var disputed = in(entity.id(), () -> people.all(entity.id())).getLast();
        in(entity.id(), () -> {
            privacy.place(disputed, "Saisine du conseil de prud’hommes", UUID.randomUUID());
            return privacy.tidy(entity.id());
        });
        assertThat(states(disputed)).containsEntry(Kind.PROOF, State.HELD);
        in(entity.id(), () -> {
            privacy.lift(disputed, UUID.randomUUID());
            return privacy.tidy(entity.id());
        });
        assertThat(states(disputed)).containsEntry(Kind.PROOF, State.ERASED);
    }

    @Test
    @Order(3)
    void an_application_that_led_nowhere_is_forgotten_two_years_later() {
        var entity = month.lived().getLast();
        assertThat(traces(List.of("nouveau@example.org"))).contains("joining.application");
        clock.moveTo(Instant.parse("2028-12-30T10:00:00Z"));
        in(entity.id(), () -> privacy.tidy(entity.id()));
        in(operator.id(), () -> privacy.tidy(operator.id()));
        assertThat(traces(List.of("nouveau@example.org"))).isEmpty();
    }

    private java.util.Map<Kind, State> states(Person someone) {
        return in(someone.operator(), () -> privacy.of(someone)).stream()
                .collect(Collectors.toMap(Holding::kind, Holding::state));
    }

    private Person anybodyOf(Operator entity) {
        return in(entity.id(), () -> people.all(entity.id())).getFirst();
    }

    private Person now() {
        return in(operator.id(), () -> people.get(person.id()));
    }

    private void left(LocalDate day) {
        in(
                operator.id(),
                () -> transaction.execute(_ -> sql.sql("update people.person set exit_on = ? where id = ?")
                        .param(day)
                        .param(person.id().value())
                        .update()));
        person = now();
    }

    private void signed() {
        in(operator.id(), () -> {
            for (var paper : contracts.of(operator.id(), person.id())) {
                for (var party : List.of(Party.WORKER, Party.OPERATOR)) {
                    contracts.sign(
                            paper.id(),
                            party,
                            Signature.How.SIGN_IN,
                            new Consent(person.name(), person.email(), "192.0.2.1", null));
                }
            }
            return 0;
        });
    }

    private List<String> balances() {
        return in(
                operator.id(),
                () -> requireNonNull(transaction.execute(_ -> sql.sql(
                                "select account || ' ' || sum(debit_cents) || ' ' || sum(credit_cents) from ledger.line"
                                        + " where operator_id = ? group by account order by account")
                        .param(operator.id().value())
                        .query(String.class)
                        .list())));
    }

    private List<String> breaches() {
        return invariants.stream()
                .flatMap(one -> one.check().stream().map(breach -> one.id() + " " + breach))
                .toList();
    }

    private static TreeSet<String> outsideTheBooks(TreeSet<String> tables) {
        tables.removeIf(table -> BOOKS.stream().anyMatch(table::startsWith));
        return tables;
    }

    /// Tables of the whole database in which one of these words stands.
    private TreeSet<String> traces(List<String> needles) {
        var found = new TreeSet<String>();
        superuser(statement -> {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema')")) {
                while (rows.next()) tables.add(rows.getString(1));
            }
            for (var table : tables) {
                for (var needle : needles) {
                    try (var rows =
                            statement.executeQuery("select exists(select 1 from %s t where t::text ilike '%%%s%%')"
                                    .formatted(table, needle.replace("'", "''")))) {
                        rows.next();
                        if (rows.getBoolean(1)) found.add(table);
                    }
                }
            }
        });
        return found;
    }

    /// What a backup of that moment would bring back.
    private List<String> backup() {
        var rows = new ArrayList<String>();
        superuser(statement -> {
            for (var table : List.of("people.person", "platform.subject_key")) {
                try (var found = statement.executeQuery(
                        "select '%1$s|' || to_jsonb(t)::text from %1$s t where operator_id = '%2$s'"
                                .formatted(table, operator.id()))) {
                    while (found.next()) rows.add(found.getString(1));
                }
            }
        });
        return rows;
    }

    private void restore(List<String> rows) {
        superuser(statement -> {
            statement.execute("set session_replication_role = replica");
            for (var table : List.of("privacy.erasure", "people.person", "platform.subject_key")) {
                statement.execute("delete from %s where operator_id = '%s'".formatted(table, operator.id()));
            }
            for (var row : rows) {
                var table = row.substring(0, row.indexOf('|'));
                statement.execute("insert into %1$s select * from jsonb_populate_record(null::%1$s, '%2$s')"
                        .formatted(table, row.substring(table.length() + 1).replace("'", "''")));
            }
        });
    }

    private interface Work {
        void on(java.sql.Statement statement) throws SQLException;
    }

    private void superuser(Work work) {
        var database = sql.sql("select current_database()").query(String.class).single();
        try (var superuser = TestServer.server().superuser(database);
                var statement = superuser.createStatement()) {
            work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
