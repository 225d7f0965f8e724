package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientBuilder;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionBuilder;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Nobody works before the papers are signed: the worker in the account, the director at the desk, the client by a link
/// on a telephone; then the day is reported, approved and invoiced.
@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("Papers in the browser: refused before, signed by everybody, then able to invoice, in three frames")
class PapersInTheBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    private Operator operator;
    private Person person;
    private Client client;
    private Mission mission;
    private String story = "";
    private String worker = "";
    private String clerk = "";
    private String director = "";

    @BeforeEach
    void it_is_october() {
        clock.moveTo(Instant.parse("2026-10-05T07:00:00Z"));
        for (var address : List.of("address|127.0.0.1", "address|0:0:0:0:0:0:0:1", "client link|127.0.0.1")) {
            sql.sql("select identity.forget_tries(sha256(?::bytea))")
                    .param(address)
                    .query((_, _) -> 1)
                    .list();
        }
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void PS41_PS47_PS55_in_portage_three_papers_open_the_mission() {
        given("portage", anOperator(), aPerson(), aClient(), aMission());
        refuses(
                "Le contrat de travail (CDI) n’est pas signé par le salarié et la société",
                "La lettre de la mission",
                "Le contrat commercial de la mission",
                "L1254-22");
        allIsSigned(3);
        worksAndInvoices();
    }

    @Test
    void CA01_CO02_in_the_cooperative_the_contract_and_the_quote_of_the_private_individual() {
        given("cae", aCooperative(), anEntrepreneur(), aConsumer(), aMission().forPrivateUse());
        refuses(
                "Le contrat d’entrepreneur salarié n’est pas signé par l’entrepreneur et la coopérative",
                "n’est pas signé par la coopérative et le client");
        allIsSigned(2);
        worksAndInvoices();
    }

    @Test
    void PE02_under_a_mandate_the_mandate_alone() {
        given(
                "mandat",
                anOperator().in(Frame.PORTAGE_ENTREPRENEURIAL),
                aPerson().under(ContractKind.MANDATE).registered(),
                aClient(),
                aMission());
        refuses("Le mandat n’est pas signé par le mandant et l’opérateur");
        allIsSigned(1);
        worksAndInvoices();
    }

    private void given(
            String name, OperatorBuilder entity, PersonBuilder who, ClientBuilder whom, MissionBuilder what) {
        story = "papiers-" + name;
        var group = GroupId.random();
        operator = house.has(entity.of(group).papersFirst());
        var id = operator.id();
        var freelancer = someoneOf(identity, group, id, Role.FREELANCER);
        worker = freelancer.email();
        clerk = someoneOf(identity, group, id, Role.GESTIONNAIRE).email();
        director = someoneOf(identity, group, id, Role.DIRECTOR).email();
        person = house.has(operator, who.signedInAs(freelancer.user().id()));
        client = house.has(operator, whom);
        mission = house.has(person, client, what.from("2026-10-01", "2026-12-31"));
        in(id, () -> {
            contracts.sayHouse(id, SomePapers.HOUSE);
            return id;
        });
    }

    /// The day is refused, each reason with its sentence, and nothing of it is kept as work.
    private void refuses(String... sentences) {
        try (var home = Visitor.arrives(port, Look.DESK).signsIn(worker, SomeUsers.PASSWORD)) {
            home.expects(422);
            reports(home);
            for (var sentence : sentences) home.reads(sentence);
            home.keepsAtBothWidths(story + "-01-refus");
        }
    }

    private void reports(Visitor home) {
        home.opens("/activite?mois=2026-10");
        home.page()
                .locator("select[name=j05m]")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel(mission.terms().title()));
        home.presses("Envoyer mes jours").page().waitForLoadState();
    }

    private void allIsSigned(int papers) {
        new SigningRound(port, operator, contracts, mailbox, story, worker, clerk, director, client.email())
                .signsAll(person.id(), mission.id(), papers);
    }

    private void worksAndInvoices() {
        try (var home = Visitor.arrives(port, Look.DESK).signsIn(worker, SomeUsers.PASSWORD)) {
            reports(home);
            home.arrivesAt(url -> url.contains("/mon-mois")).reads("sont envoyés à votre gestionnaire");
        }
        clock.moveTo(Instant.parse("2026-10-31T09:00:00Z"));
        var desk = new ClerkAtTheDesk(port, clerk, operator, story);
        try (var visitor = desk.signsIn()) {
            desk.approvesTheReportOf(visitor, person.name());
            assertThat(desk.issuesTheInvoiceTo(visitor, client.name())).isNotEmpty();
        }
    }
}
