package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.testing.House.in;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.joining.Application;
import org.passerelle.joining.Joining;
import org.passerelle.joining.Newcomer;
import org.passerelle.joining.Welcome;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.GroupId;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A visitor's simulation becomes an account, a file, a contract and an invoice, in three frames; somebody else is held
/// at
/// each gate, with its sentence.
@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("CA-41 in the browser: from a simulation to the first invoice, in portage, cooperative and mandate")
class JoiningInTheBrowserTest {

    private static final Pattern LINK = Pattern.compile("(/entrer/[A-Za-z0-9_-]+)");
    private static final LocalDate START = LocalDate.of(2026, 10, 6);

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Welcome welcome;

    @Autowired
    Joining joining;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    private Operator operator;
    private String story = "";
    private String email = "";
    private String clerk = "";
    private String director = "";

    @BeforeEach
    void it_is_october() {
        clock.moveTo(Instant.parse("2026-10-05T07:00:00Z"));
        for (var address : List.of("address|127.0.0.1", "client link|127.0.0.1", "joining|from|127.0.0.1")) {
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
    void portage_from_the_simulation_to_the_invoice() {
        given("portage", anOperator());
        fills(Map.of());
        admits(Map.of("contract", "CDI", "step", "JUNIOR"), true);
        worksAndInvoices(3);
    }

    @Test
    void the_cooperative_with_a_private_individual() {
        given("cae", aCooperative());
        fills(Map.of(
                "client",
                Map.of("clientKind", "CONSUMER", "clientSiren", ""),
                "mission",
                Map.of("purpose", "PRIVATE")));
        admits(Map.of("contract", "CESA"), true);
        worksAndInvoices(2);
    }

    @Test
    void the_mandate() {
        given("mandat", anOperator().in(Frame.PORTAGE_ENTREPRENEURIAL));
        fills(Map.of());
        admits(Map.of("contract", "MANDATE"), false);
        worksAndInvoices(1);
    }

    @Test
    void PS05_PS06_KY05_somebody_is_held_at_each_gate_with_its_sentence() {
        given("refus", anOperator());
        try (var visitor = opened()) {
            answers(
                    visitor,
                    Map.of(
                            "qualification", Map.of("diploma", "4", "experience", "12"),
                            "droit-au-travail",
                                    Map.of(
                                            "nationality",
                                            "OTHER",
                                            "titleNumber",
                                            "AB123456",
                                            "titleUntil",
                                            "2026-09-30",
                                            "jobSeeker",
                                            "non"),
                            "autonomie", Map.of("foundClient", "non", "setPrice", "non")));
            visitor.opens("/mon-dossier");
            for (var sentence : List.of(
                    "Le titre de travail a expiré le 30 septembre 2026 : personne ne peut vous employer avant son renouvellement.",
                    "Il faut un diplôme de niveau 5 (bac+2) ou 36 mois d’expérience dans le même secteur pour être salarié porté.",
                    "La société de portage a trouvé le client et fixé le prix : le portage suppose que vous les négociez vous-même.",
                    "Une pièce d’identité en cours de validité, vérifiée, précède tout contrat.",
                    "Le contrat de travail est écrit et signé par les deux parties avant de commencer.",
                    "Sans accusé de réception de la déclaration préalable à l’embauche, aucun travail ne commence.",
                    "En l’état, le travail ne peut pas commencer : voyez ci-dessous ce qui s’y oppose.")) {
                visitor.reads(sentence);
            }
            visitor.reads("L8251-1").reads("L1221-10").reads("L1254-2");
            visitor.seesNoBarrier().keepsAtBothWidths("entree-refus");
        }
    }

    private void given(String name, OperatorBuilder entity) {
        story = "entree-" + name;
        var group = GroupId.random();
        operator = house.has(entity.of(group).papersFirst());
        var id = operator.id();
        clerk = someoneOf(identity, group, id, Role.GESTIONNAIRE).email();
        director = someoneOf(identity, group, id, Role.DIRECTOR).email();
        email = "n" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
        for (var other : welcome.doors()) {
            in(other.operator(), () -> {
                welcome.door(other.operator(), false);
                return id;
            });
        }
        in(id, () -> {
            welcome.door(id, true);
            contracts.sayHouse(id, SomePapers.HOUSE);
            return id;
        });
        mailbox.collect();
    }

    /// The simulation, « Ouvrir mon dossier », the link of the mail, a password, the first look at the file.
    private Visitor opened() {
        var visitor = Visitor.arrives(port, Look.PHONE);
        visitor.opens("/combien?tjm=600&jours=18").follows("Ouvrir mon dossier");
        visitor.arrivesAt(url -> url.contains("/entrer"));
        var page = visitor.page();
        visitor.reads("réponses de la simulation sont reprises");
        page.locator("main [name=email]").fill(email);
        if (story.endsWith("portage")) visitor.seesNoBarrier().keepsAtBothWidths(story + "-01-ouvrir");
        visitor.presses("Recevoir mon lien").reads("un lien vient d’y être envoyé");
        visitor.opens(link()).reads("Adresse confirmée");
        page.locator("main [name=password]").fill(SomeUsers.PASSWORD);
        if (story.endsWith("portage")) visitor.keepsAtBothWidths(story + "-02-compte");
        visitor.presses("Créer mon compte").arrivesAt(url -> url.contains("/connexion"));
        visitor.signsIn(email, SomeUsers.PASSWORD).opens("/mon-dossier").reads("Quand puis-je commencer");
        return visitor;
    }

    private String link() {
        var match = LINK.matcher(mailbox.collectFor(email).getFirst().text());
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private void fills(Map<String, Map<String, String>> instead) {
        try (var visitor = opened()) {
            visitor.opens("/mon-dossier/mission");
            assertThat(visitor.page().locator("[name=price]").inputValue())
                    .as("what was said in the simulation is not asked again")
                    .startsWith("600");
            answers(visitor, instead);
            for (var proof : proofs().entrySet()) hands(visitor, proof.getValue(), proof.getKey());
            visitor.opens("/mon-dossier").seesNoBarrier().keepsAtBothWidths(story + "-04-dossier");
            visitor.presses("Envoyer mon dossier").reads("Votre dossier est envoyé.");
            visitor.keepsAtBothWidths(story + "-05-envoye");
        }
    }

    private Map<String, String> proofs() {
        var proofs = new LinkedHashMap<>(Newcomer.usualProofs());
        if (operator.frame() != Frame.PORTAGE_SALARIAL) proofs.remove("DIPLOMA");
        return proofs;
    }

    private void answers(Visitor visitor, Map<String, Map<String, String>> instead) {
        for (var step : Newcomer.all(START).entrySet()) {
            if (step.getKey().equals("autonomie") && operator.frame() != Frame.PORTAGE_SALARIAL) continue;
            var said = new HashMap<>(step.getValue());
            said.putAll(instead.getOrDefault(step.getKey(), Map.of()));
            if (step.getKey().equals("qualification") && operator.frame() == Frame.PORTAGE_ENTREPRENEURIAL) {
                said.put("ownSiren", Fictional.siren(Fictional.next()).value());
            }
            visitor.opens("/mon-dossier/" + step.getKey());
            said.forEach((name, value) -> types(visitor, name, value));
            if (story.endsWith("portage")) visitor.seesNoBarrier().keepsAtBothWidths(story + "-03-" + step.getKey());
            visitor.presses("Enregistrer et continuer").page().waitForLoadState();
            visitor.reads("Enregistré.");
        }
    }

    /// In whatever kind of field the page has for it; what it does not ask is left out.
    private static void types(Visitor visitor, String name, String value) {
        var field = visitor.page().locator("main [name='" + name + "']");
        if (field.count() == 0) return;
        var first = field.first();
        switch (first.evaluate("e => e.tagName + ' ' + e.type").toString()) {
            case "SELECT select-one" -> first.selectOption(value);
            case "INPUT checkbox" -> first.setChecked(!value.isEmpty());
            default -> first.fill(value);
        }
    }

    private static void hands(Visitor visitor, String step, String kind) {
        visitor.opens("/mon-dossier/" + step);
        var form = visitor.page()
                .locator("form", new com.microsoft.playwright.Page.LocatorOptions())
                .filter(new Locator.FilterOptions().setHas(visitor.page().locator("[value='" + kind + "']")));
        form.locator("[type=file]")
                .setInputFiles(new FilePayload(
                        kind + ".pdf", "application/pdf", SomeFiles.pdf(kind).getBytes(StandardCharsets.ISO_8859_1)));
        form.locator("button").click();
        visitor.reads("La pièce est enregistrée.");
    }

    private Application file() {
        return in(
                operator.id(),
                () -> joining.all(operator.id()).stream()
                        .filter(each -> each.email().equals(email))
                        .findFirst()
                        .orElseThrow());
    }

    /// The desk looks at each proof, takes the person on with nothing typed again, and declares the hiring.
    private void admits(Map<String, String> terms, boolean declared) {
        try (var desk = Visitor.arrives(port, Look.DESK).signsIn(clerk, SomeUsers.PASSWORD)) {
            var entries = "/bureau/" + operator.id() + "/entrees";
            desk.opens(entries).reads("Inès Essai").seesNoBarrier().keepsAtBothWidths(story + "-06-entrees");
            desk.opens(entries + "/" + file().id());
            desk.seesNoBarrier().keepsAtBothWidths(story + "-07-dossier-bureau");
            for (int seen = 0; seen < proofs().size(); seen++) {
                var waiting = desk.page()
                        .locator("main form")
                        .filter(new Locator.FilterOptions().setHas(desk.page().locator("[name=verdict]")))
                        .first();
                waiting.locator("[name=verdict]").first().selectOption("ACCEPTED");
                waiting.locator("button").first().click();
                desk.page().waitForLoadState();
            }
            desk.opens(entries + "/" + file().id() + "/admission");
            terms.forEach((name, value) -> types(desk, name, value));
            types(desk, "entry", START.toString());
            types(desk, "job", "Consultante");
            types(desk, "hours", "35");
            types(desk, "fixedPart", "500");
            desk.seesNoBarrier().keepsAtBothWidths(story + "-08-admission");
            desk.page().locator("main form button.btn-primary").last().click();
            desk.arrivesAt(url -> !url.endsWith("/admission"));
            if (declared) declares(desk);
        }
    }

    private void declares(Visitor desk) {
        desk.opens("/bureau/" + operator.id() + "/personnes/" + person() + "/dpae");
        var asked =
                Map.of("hour", "09:00", "birthTown", "Lyon", "urssaf", "827", "phone", "0400000000", "health", "01");
        asked.forEach((name, value) -> types(desk, name, value));
        desk.seesNoBarrier().keepsAtBothWidths(story + "-09-dpae");
        desk.page()
                .locator("main form")
                .filter(new Locator.FilterOptions().setHas(desk.page().locator("[name=urssaf]")))
                .locator("button")
                .first()
                .click();
        desk.page().waitForSelector("main [name=reference]");
        types(desk, "reference", "AR-2026-0001");
        desk.page()
                .locator("main form")
                .filter(new Locator.FilterOptions().setHas(desk.page().locator("[name=reference]")))
                .locator("button")
                .first()
                .click();
        desk.reads("AR-2026-0001").seesNoBarrier().keepsAtBothWidths(story + "-10-accuse");
    }

    private Object person() {
        return Objects.requireNonNull(file().admitted()).person();
    }

    private void worksAndInvoices(int papers) {
        var made = Objects.requireNonNull(file().admitted());
        var mission = Objects.requireNonNull(made.mission());
        new SigningRound(port, operator, contracts, mailbox, story, email, clerk, director, "atelier@example.com")
                .signsAll(made.person(), mission, papers);
        clock.moveTo(Instant.parse("2026-10-07T16:00:00Z"));
        try (var home = Visitor.arrives(port, Look.DESK).signsIn(email, SomeUsers.PASSWORD)) {
            home.opens("/activite?mois=2026-10");
            home.page().locator("select[name=j07m]").selectOption("MISSION:" + mission);
            home.presses("Envoyer mes jours").arrivesAt(url -> url.contains("/mon-mois"));
            home.reads("sont envoyés à votre gestionnaire").keepsAtBothWidths(story + "-11-mois");
        }
        clock.moveTo(Instant.parse("2026-10-31T09:00:00Z"));
        var desk = new ClerkAtTheDesk(port, clerk, operator, story);
        try (var visitor = desk.signsIn()) {
            desk.approvesTheReportOf(visitor, "Inès Essai");
            assertThat(desk.issuesTheInvoiceTo(visitor, "Atelier du Test")).isNotEmpty();
        }
    }
}
