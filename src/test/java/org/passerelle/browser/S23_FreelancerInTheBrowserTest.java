package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.ReportState;
import org.passerelle.clients.Client;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "The freelancer's screens: a mission, a month of days, an expense, the balance; without barrier, both widths")
class S23_FreelancerInTheBrowserTest {

    private static final byte[] PICTURE = Fictional.picture();

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    MovableClock clock;

    @Autowired
    Missions missions;

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    @Autowired
    Ledger ledger;

    private String session = "";
    private Operator operator = anOperator().build();
    private @Nullable Person person;
    private @Nullable Client company;
    private @Nullable Client consumer;

    @BeforeEach
    void a_freelancer_with_two_clients() {
        clock.moveTo(Instant.parse("2026-11-05T09:00:00Z"));
        var group = GroupId.random();
        identity.createGroup(group, "Groupe fictif");
        operator = house.has(anOperator().of(group).named("Portage du Pont"));
        var email = "camille%d@example.org".formatted(Fictional.next());
        var user = identity.createUser(group, email, "Camille Exemple");
        in(operator.id(), () -> {
            identity.grant(user.id(), operator.id(), Role.FREELANCER);
            return true;
        });
        person = house.has(operator, aPerson().signedInAs(user.id()));
        session = identity.signIn(user.id(), "test");
        company = house.broughtBy(user.id(), operator, aClient());
        consumer = house.broughtBy(user.id(), operator, aConsumer());
    }

    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.DESK, Look.PHONE.inTheDark(), Look.DESK.inTheDark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void every_page_can_be_read_by_everybody(Look look) {
        house.has(me(), company(), aMission());
        money("1", "ENCAISSEMENT", "Paiement de la facture FA-2026-000001", "9000.00");
        money("2", "FRAIS_DE_GESTION", "Frais de gestion d'octobre", "-450.00");
        money("3", "SALAIRE_BRUT", "Salaire brut d'octobre", "-5500.00");
        money("4", "COTISATION_PATRONALE", "Cotisations patronales d'octobre", "-2310.40");
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.hasSession(session);
            for (var page : List.of(
                    "mon-mois",
                    "activite?mois=2026-10",
                    "frais",
                    "missions",
                    "missions/nouvelle",
                    "factures",
                    "solde",
                    "bulletins",
                    "clients/nouveau")) {
                visitor.opens("/" + page).keeps(page.replaceAll("[/?=]", "-")).seesNoBarrier();
            }
        }
    }

    @Test
    void PS01_a_mission_for_a_private_individual_is_refused_with_article_reason_and_way_out() {
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            visitor.hasSession(session)
                    .opens("/missions/nouvelle?client=" + consumer().id());
            describesTheMission(visitor, "PRIVATE");
            visitor.presses("Voir la réponse de la loi");
            visitor.page().waitForSelector("#verdict");
            visitor.reads("L1254")
                    .reads("Voir les autres cadres")
                    .seesNoBarrier()
                    .keeps("mission-refusee");
            assertThat(in(operator.id(), () -> missions.of(me().id()))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void a_lawful_mission_is_kept_after_its_verdict_only(Look look) {
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.hasSession(session)
                    .opens("/missions/nouvelle?client=" + company().id());
            describesTheMission(visitor, "BUSINESS");
            visitor.presses("Voir la réponse de la loi");
            visitor.page().waitForSelector("#verdict");
            assertThat(in(operator.id(), () -> missions.of(me().id()))).isEmpty();
            visitor.keeps("mission-permise").presses("Enregistrer la mission");
            visitor.arrivesAt(url -> url.matches(".*/missions/[0-9a-f-]{36}"));
            visitor.reads("est enregistrée").reads("Accompagnement").keeps("mission");
            assertThat(in(operator.id(), () -> missions.of(me().id()))).hasSize(1);
        }
    }

    static Stream<Look> ways() {
        return Stream.of(Look.PHONE, Look.DESK.withoutScript());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void a_month_of_days_is_filled_at_once_mended_and_handed_over(Look look) {
        house.has(me(), company(), aMission());
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.hasSession(session).opens("/activite?mois=2026-10").presses("Remplir");
            visitor.page().locator("select[name=j02a]").selectOption("TRAINING");
            visitor.keeps("activite-remplie").presses("Envoyer mes jours");
            visitor.arrivesAt(url -> url.contains("/mon-mois"));
            visitor.reads("sont envoyés à votre gestionnaire").keeps("mois-envoye");
            var report = in(operator.id(), () -> activity.of(me().id(), Month.of(2026, 10)))
                    .orElseThrow();
            assertThat(report.state()).isEqualTo(ReportState.SUBMITTED);
            assertThat(report.days(org.passerelle.activity.ActivityKind.TRAINING))
                    .isEqualByComparingTo("0.5");
            assertThat(report.days(org.passerelle.activity.ActivityKind.MISSION))
                    .isEqualByComparingTo("21.5");
        }
    }

    @Test
    void PS68_an_expense_needs_a_receipt_that_is_a_picture_or_a_pdf() {
        try (var visitor = Visitor.arrives(port, Look.PHONE)) {
            visitor.hasSession(session).opens("/frais?mois=2026-10");
            visitor.fills("Date du justificatif", "2026-10-12")
                    .fills("Achat", "Train Lyon – Paris")
                    .fills("Montant TTC", "84,50");
            receipt(visitor, "billet.png", "<script>alert(1)</script>".getBytes());
            visitor.presses("Envoyer le frais");
            visitor.reads("ni un PDF, ni une photo").seesNoBarrier().keeps("frais-refuse");
            receipt(visitor, "billet.png", PICTURE);
            visitor.presses("Envoyer le frais");
            visitor.reads("est envoyé à votre gestionnaire").reads("84,50 €").keeps("frais-envoye");
            assertThat(in(operator.id(), () -> expenses.of(me().id(), Month.of(2026, 10))))
                    .singleElement()
                    .satisfies(expense -> assertThat(expense.gross()).isEqualTo(Money.of("84.50")));
        }
    }

    private static void receipt(Visitor visitor, String name, byte[] content) {
        visitor.page().locator("#justificatif").setInputFiles(new FilePayload(name, "image/png", content));
    }

    private static void describesTheMission(Visitor visitor, String purpose) {
        visitor.fills("Activité", "Coach agile")
                .fills("Intitulé", "Accompagnement d'équipe")
                .fills("Premier jour", "2026-11-09")
                .fills("Dernier jour", "2026-12-31")
                .fills("Prix HT", "520")
                .fills("Taux de TVA (%)", "20")
                .fills("Jours de travail par mois", "15");
        visitor.page().locator("details.deciding summary").click();
        visitor.page().locator("#destination").selectOption(purpose);
        visitor.page().locator("#motif").selectOption("MISSING_EXPERTISE");
        for (var name : List.of("domicile", "biens", "reglementee", "dangereux", "greve")) {
            visitor.page().locator("#" + name).selectOption("non");
        }
    }

    private void money(String source, String category, String label, String euros) {
        var amount = Money.of(euros);
        var sum = amount.abs();
        var worker = me().id();
        boolean in = amount.isPositive();
        var lines = List.of(
                new Line(
                        "901100",
                        null,
                        null,
                        worker,
                        in ? Money.ZERO : sum,
                        in ? sum : Money.ZERO,
                        label,
                        category,
                        "Contrat de travail, art. 7"),
                new Line(
                        "909000", null, null, worker, in ? sum : Money.ZERO, in ? Money.ZERO : sum, label, null, null));
        var day = LocalDate.parse("2026-10-3" + (source.equals("1") ? "0" : "1"));
        in(
                operator.id(),
                () -> ledger.post(new Entry(
                        EntryId.random(), operator.id(), "CA", day, "test:" + source, source, day, label, lines)));
    }

    private Person me() {
        return java.util.Objects.requireNonNull(person);
    }

    private Client company() {
        return java.util.Objects.requireNonNull(company);
    }

    private Client consumer() {
        return java.util.Objects.requireNonNull(consumer);
    }
}
