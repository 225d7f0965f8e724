package org.passerelle.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.testing.House.in;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.compte.Compte;
import org.passerelle.compte.Pocket;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.Money;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("DP-05, PS-11: « Mes clients » says how much hangs on one, from the books, and what if one stops")
class DP05_CockpitTest {

    @LocalServerPort
    int port;

    @Autowired
    ExampleMonth month;

    @Autowired
    Cockpits cockpits;

    @Autowired
    Compte compte;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Identity identity;

    private Operator operator;
    private Person person;

    @BeforeEach
    void a_worker_of_the_example_month() {
        operator = month.lived().getFirst();
        person = month.person(operator.id(), "P-001");
    }

    @Test
    void the_figures_are_those_of_the_books() {
        var cockpit = in(operator.id(), () -> cockpits.of(person, null));
        var invoiced = in(operator.id(), () -> invoicing.issuedFor(operator.id(), person.id()));
        assertThat(cockpit.clients()).isNotEmpty();
        assertThat(cockpit.clients().stream().map(ClientFigures::invoiced).reduce(Money.ZERO, Money::plus))
                .isEqualTo(invoiced.stream().map(one -> one.totals().net()).reduce(Money.ZERO, Money::plus));
        assertThat(cockpit.clients().stream().map(ClientFigures::collected).reduce(Money.ZERO, Money::plus))
                .isEqualTo(invoiced.stream().map(one -> one.paid()).reduce(Money.ZERO, Money::plus));
        assertThat(cockpit.portfolio().balance())
                .isEqualTo(in(operator.id(), () -> compte.balance(operator.id(), person.id(), Pocket.AVAILABLE)));
        assertThat(cockpit.portfolio().monthlyNeed().isPositive()).isTrue();
        assertThat(cockpit.trend()).hasSize(12);
        assertThat(cockpit.trend().getLast().share())
                .isEqualByComparingTo(cockpit.dependency().firstClientShare());
        assertThat(cockpit.clients().getFirst().share())
                .isEqualByComparingTo(cockpit.dependency().firstClientShare());
        assertThat(cockpit.clients().getFirst().days()).isGreaterThan(BigDecimal.ONE);
    }

    @Test
    void the_page_plays_the_stop_and_takes_any_question() {
        var worker = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        month.signingIn(person, worker.user().id());
        var browser = new Client(port);
        browser.signIn(worker.email(), SomeUsers.PASSWORD);
        var first = in(operator.id(), () -> cockpits.of(person, null)).clients().getFirst();
        assertThat(browser.get("/mes-clients").body()).contains(first.name(), "Avoir un seul client est permis");
        assertThat(browser.get("/mes-clients?arret=" + first.client() + "&besoin=3000")
                        .body())
                .contains("L’argent mois par mois", "celui que vous avez indiqué");
        for (var odd : new String[] {
            "?arret=%27%3Bdrop&mois=x", "?mois=9999-99", "?arret=&arret=1&besoin=", "?mois=1900-01&besoin=0"
        }) {
            assertThat(browser.get("/mes-clients" + odd).statusCode()).as(odd).isEqualTo(200);
        }
        for (var odd : new String[] {"?besoin=-1", "?besoin=beaucoup", "?besoin=%3Cscript%3E"}) {
            var answer = browser.get("/mes-clients" + odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("<script>b");
        }
    }

    @Test
    void S11_a_client_of_somebody_else_is_not_among_mine() {
        var mine = in(operator.id(), () -> cockpits.of(person, null));
        var other = month.person(operator.id(), "P-002");
        var theirs = in(operator.id(), () -> cockpits.of(other, null));
        assertThat(mine.clients())
                .extracting(ClientFigures::client)
                .doesNotContainAnyElementsOf(theirs.clients().stream()
                        .map(ClientFigures::client)
                        .filter(id -> mine.clients().stream()
                                .noneMatch(one -> one.client().equals(id)))
                        .toList());
        assertThat(mine.portfolio().invoices()).isNotEqualTo(theirs.portfolio().invoices());
    }
}
