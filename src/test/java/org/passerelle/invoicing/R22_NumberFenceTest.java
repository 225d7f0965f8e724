package org.passerelle.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.testing.House.in;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.audit.Audit;
import org.passerelle.platform.audit.EveryOperator;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// As after a restore that lost the last two invoices: the files are there, the book and the counter are behind. The
/// database is this class's own.
@PasserelleTest
@TestPropertySource(properties = "a-database-of-its-own=R-22")
@Import(Billing.class)
@DisplayName("R-22, reliability §3.6: a series behind what left the house does not issue until a person reconciles it")
class R22_NumberFenceTest {

    @LocalServerPort
    int port;

    @Autowired
    Invoicing invoicing;

    @Autowired
    NumberFence numbers;

    @Autowired
    Billing billing;

    @Autowired
    Audit audit;

    @Autowired
    Identity identity;

    @Autowired
    EveryOperator every;

    @Autowired
    JdbcClient sql;

    private Billing.Situation s;
    private DraftInvoice draft;

    @BeforeEach
    void three_invoices_went_out_and_the_book_knows_one() throws SQLException {
        s = billing.situation();
        draft = billing.draft(s, "2026-10-12");
        for (var copy : billing.copies(draft, 3)) {
            in(s.id(), () -> invoicing.issue(s.id(), copy, LocalDate.of(2026, 10, 30), UUID.randomUUID()));
        }
        var lost = " where operator_id = '" + s.id() + "' and ";
        asSuperuser("delete from invoicing.invoice_line" + lost
                + "invoice_id in (select id from invoicing.invoice where sequence > 1)");
        asSuperuser("delete from ledger.line" + lost
                + "entry_id in (select entry_id from invoicing.invoice where sequence > 1)");
        asSuperuser(
                "delete from ledger.entry" + lost + "source in ('invoice:FA-2026-000002', 'invoice:FA-2026-000003')");
        asSuperuser("delete from invoicing.invoice" + lost + "sequence > 1");
        asSuperuser("update invoicing.series set last = 1" + lost + "series = 'FA-2026'");
        numbers.check();
    }

    @Test
    void it_refuses_until_somebody_says_why_and_goes_on_after_the_numbers_that_went_out() {
        var fence = in(s.id(), () -> numbers.open(s.id())).getFirst();
        assertThat(fence.series()).isEqualTo("FA-2026");
        assertThat(fence.witness()).isEqualTo(3);
        assertThat(fence.counter()).isEqualTo(1);

        var copy = billing.copies(draft, 1).getFirst();
        var refused =
                (Issuance.Refused) in(s.id(), () -> invoicing.issue(s.id(), copy, Billing.LAST, UUID.randomUUID()));
        assertThat(refused.obstacles()).extracting(Obstacle::code).containsExactly("number.fenced");
        assertThatThrownBy(() -> in(s.id(), () -> {
                    numbers.lift(s.id(), "  ");
                    return null;
                }))
                .isInstanceOf(InvalidValue.class);

        for (int i = 0; i < 2; i++) {
            in(s.id(), () -> {
                numbers.lift(s.id(), "2 et 3 retrouvées chez les clients, ressaisies par écriture");
                return null;
            });
        }
        var issued = (Issuance.Issued) in(s.id(), () -> invoicing.issue(s.id(), copy, Billing.LAST, UUID.randomUUID()));
        assertThat(issued.invoice().number()).isEqualTo("FA-2026-000004");
        assertThat(issued.invoice().issueDate()).isAfterOrEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(trail("series.fenced")).isEqualTo(1);
        assertThat(trail("series.reconciled")).isEqualTo(1);
        assertThat(audit.check().stream()
                        .filter(one -> one.id().equals("I-2"))
                        .flatMap(one -> one.breaches().stream())
                        .filter(breach -> breach.operator().equals(s.id().toString())
                                && breach.row().startsWith("invoicing.")))
                .isEmpty();
    }

    @Test
    void asked_again_it_is_fenced_once_and_a_neighbour_issues() {
        assertThat(numbers.check()).isZero();
        assertThat(in(s.id(), () -> numbers.open(s.id()))).hasSize(1);
        var neighbour = billing.situation();
        assertThat(billing.issued(neighbour, billing.draft(neighbour, "2026-10-12"))
                        .number())
                .isEqualTo("FA-2026-000001");
    }

    @Test
    void a_gestionnaire_reconciles_it_at_the_desk_and_never_without_a_reason() {
        var someone = SomeUsers.someoneOf(identity, s.operator().group(), s.id(), Role.GESTIONNAIRE);
        var browser = new Client(port);
        browser.signIn(someone.email(), SomeUsers.PASSWORD);
        var page = "/bureau/" + s.id() + "/factures";
        assertThat(browser.get(page).body()).contains("La série FA-2026 est arrêtée", "numéro 3");

        var without = browser.post(page + "/rapprochement", Map.of("reason", " "));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("id=\"reason-erreur\"");
        var with = browser.post(page + "/rapprochement", Map.of("reason", "retrouvées, ressaisies"));
        assertThat(with.statusCode()).isEqualTo(303);
        assertThat(browser.get(page).body()).doesNotContain("est arrêtée");
        assertThat(trail("series.reconciled")).isEqualTo(1);
    }

    private long trail(String action) {
        return every.sql()
                .sql("select count(*) from identity.trail_line where operator_id = ? and action = ?")
                .param(s.id().value())
                .param(action)
                .query(Long.class)
                .single();
    }

    private void asSuperuser(String change) throws SQLException {
        var database = sql.sql("select current_database()").query(String.class).single();
        try (var superuser = TestServer.server().superuser(database);
                var statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(change);
        }
    }
}
