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

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientBuilder;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
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

    private static final Pattern LINK = Pattern.compile("(/signature/[A-Za-z0-9_-]+)");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

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
        drawnUpAndSent(papers);
        var waiting = in(operator.id(), () -> contracts.all(operator.id()));
        assertThat(waiting).hasSize(papers).allMatch(paper -> paper.state() == ContractState.TO_SIGN);
        for (var paper : waiting) {
            for (var party : Contracts.signers(paper.kind())) {
                switch (party) {
                    case WORKER -> signsInTheAccount(worker, "/contrats/" + paper.id(), paper);
                    case OPERATOR -> signsAtTheDesk(paper);
                    case CLIENT -> signsByLink();
                }
            }
            assertThat(in(operator.id(), () -> contracts.get(paper.id())).state())
                    .isEqualTo(ContractState.SIGNED);
        }
    }

    /// At the desk: each paper that the person's and the mission's page offer.
    private void drawnUpAndSent(int papers) {
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(clerk, SomeUsers.PASSWORD)) {
            mailbox.collect();
            int drawn = 0;
            for (var page : List.of("personnes/" + person.id(), "missions/" + mission.id())) {
                desk.opens("/bureau/" + operator.id() + "/" + page);
                while (offers(desk).count() > 0) {
                    offers(desk).first().click();
                    desk.page().waitForLoadState();
                    completes(desk);
                    if (drawn++ == 0) desk.keepsAtBothWidths(story + "-02-papier");
                    button(desk, "Envoyer à la signature").click();
                    desk.page().waitForLoadState();
                    desk.opens("/bureau/" + operator.id() + "/" + page);
                    if (drawn > papers) return;
                }
            }
        }
    }

    /// Papers that were drawn up are still offered, for a new one: only what is not there yet counts.
    private Locator offers(Visitor desk) {
        var drawn = in(operator.id(), () -> contracts.all(operator.id()));
        return desk.page()
                .locator("main form button")
                .filter(new Locator.FilterOptions()
                        .setHasText(Pattern.compile("Préparer\\s*:"))
                        .setHasNotText(Pattern.compile(
                                drawn.isEmpty()
                                        ? "nothing"
                                        : drawn.stream()
                                                .map(paper -> Pattern.quote(
                                                        in(operator.id(), () -> contracts.paper(paper.id()))
                                                                .title()))
                                                .collect(java.util.stream.Collectors.joining("|")))));
    }

    private static void completes(Visitor desk) {
        var page = desk.page();
        var complete = page.locator("main a").filter(new Locator.FilterOptions().setHasText("Compléter"));
        if (complete.count() == 0) return;
        complete.first().click();
        for (var name : List.of("paper.skills", "paper.project")) {
            var field = page.locator("[name='" + name + "']");
            if (field.count() > 0) field.fill("reliure et conseil, douze ans d’expérience");
        }
        button(desk, "Enregistrer").click();
        page.waitForLoadState();
    }

    private void signsInTheAccount(String email, String path, Contract paper) {
        try (var home = Visitor.arrives(port, Look.PHONE).signsIn(email, SomeUsers.PASSWORD)) {
            home.opens(path).reads(paper.code());
            signs(home);
            home.reads("Votre signature est enregistrée.");
            home.seesNoBarrier().keepsAtBothWidths(story + "-03-signe");
        }
    }

    private void signsAtTheDesk(Contract paper) {
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(director, SomeUsers.PASSWORD)) {
            desk.opens("/bureau/" + operator.id() + "/contrats/" + paper.id());
            desk.page().locator("main input[name=consent]").check();
            button(desk, "Signer").click();
            desk.reads("Votre signature est enregistrée.");
        }
    }

    /// Without an account, on a telephone: the link of the mail, the code of the next one.
    private void signsByLink() {
        try (var visitor = Visitor.arrives(port, Look.PHONE)) {
            visitor.opens(found(LINK)).presses("Recevoir un code").page().waitForSelector("[name=code]");
            visitor.page().locator("[name=code]").fill(found(CODE));
            signs(visitor);
            visitor.reads("Votre signature est enregistrée.");
            visitor.seesNoBarrier().keepsAtBothWidths(story + "-04-client");
        }
    }

    private static void signs(Visitor visitor) {
        visitor.page().locator("main input[name=name]").fill("Dominique Exemple");
        visitor.page().locator("main input[name=consent]").check();
        button(visitor, "Signer").click();
        visitor.page().waitForLoadState();
    }

    private String found(Pattern pattern) {
        return mailbox.collectFor(client.email()).stream()
                .flatMap(mail -> pattern.matcher(mail.text()).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
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
