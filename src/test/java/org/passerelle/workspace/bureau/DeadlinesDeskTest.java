package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import biweekly.Biweekly;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("SW-03: deadlines at the desk, at home, and in one's own calendar")
class DeadlinesDeskTest {

    private static final Pattern ONE = Pattern.compile("href=\"(/bureau/[^\"]+/echeances/[0-9a-f-]{36})\"");
    private static final Pattern LINK = Pattern.compile("(/agenda/[0-9a-f]+\\.ics)");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Deadlines deadlines;

    private Operator operator;
    private Person person;
    private Client clerk;
    private SomeUsers.Someone camille;
    private String base;

    @BeforeEach
    void a_desk() {
        operator = house.has(anOperator());
        var gestionnaire = someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        camille = someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        var yesterday = LocalDate.now(java.time.ZoneId.of("Europe/Paris")).minusDays(10);
        person = house.has(
                operator,
                aPerson()
                        .signedInAs(camille.user().id())
                        .from(yesterday.toString())
                        .named("Camille", "<b>Exemple</b>"));
        house.has(
                person,
                house.has(operator, aClient()),
                aMission()
                        .titled(
                                "\r\nBEGIN:VALARM <script>alert(1)</script> ; , \\ é 📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅")
                        .from(yesterday.toString(), yesterday.plusMonths(3).toString()));
        House.in(operator.id(), () -> deadlines.recompute(operator.id()));
        clerk = new Client(port);
        clerk.signIn(gestionnaire.email(), SomeUsers.PASSWORD);
        clerk.get("/sessions");
        base = "/bureau/" + operator.id() + "/echeances";
    }

    @Test
    void the_list_shows_reason_consequence_person_and_where_to_go() {
        var page = clerk.get(base).body();

        assertThat(page)
                .contains("Remettre le contrat de travail")
                .contains("En retard")
                .contains("C. trav. L1254-16")
                .contains("Si rien n’est fait")
                .contains("Le gestionnaire · Camille &lt;b&gt;Exemple&lt;/b&gt;")
                .doesNotContain("<script>alert");
        assertThat(clerk.get(base + "?urgence=AHEAD").body())
                .contains("Renouveler la garantie")
                .doesNotContain("Remettre le contrat");
        assertThat(clerk.get(base + "?regle=PS-55").body())
                .contains("Signer le contrat commercial")
                .doesNotContain("Remettre le contrat");
        assertThat(clerk.get(base + "?personne=" + person.id()).body()).doesNotContain("labour");
        for (var odd : new String[] {"%27%3B--", "LATE%00", "x".repeat(3000)}) {
            assertThat(clerk.get(base + "?urgence=" + odd + "&agit=" + odd + "&regle=" + odd)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void the_month_is_a_calendar() {
        assertThat(clerk.get(base + "/calendrier").body()).contains("Échéances\u00A0:");
        assertThat(clerk.get(base + "/calendrier?mois=1999-01").body()).contains("Aucune échéance");
        assertThat(clerk.get(base + "/calendrier?mois=treize").statusCode()).isBetween(400, 422);
    }

    @Test
    void a_deadline_is_noted_as_done_or_lifted_and_a_wrong_form_comes_back() {
        var one = first(clerk.get(base + "?regle=PS-45").body());
        assertThat(clerk.get(one).body()).contains("Noter comme fait").contains("Lever l’échéance");

        var late = clerk.post(one + "/realisation", form("jour", "31/02/2026"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("31/02/2026").contains("n’est pas une date");
        assertThat(clerk.post(one + "/realisation", form("jour", "2199-01-01")).statusCode())
                .isEqualTo(422);
        assertThat(clerk.post(one + "/levee", form("motif", " ")).statusCode()).isEqualTo(422);

        assertThat(clerk.post(one + "/levee", form("motif", "repris <i>d’ailleurs</i>"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(clerk.get(one).body()).contains("repris &lt;i&gt;d’ailleurs").contains("Rouvrir l’échéance");
        assertThat(clerk.get(base).body()).doesNotContain("Remettre le contrat de travail");
        assertThat(clerk.post(one + "/reouverture", form("motif", "erreur de personne"))
                        .statusCode())
                .isEqualTo(303);
        var today = LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString();
        assertThat(clerk.post(one + "/realisation", form("jour", today)).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_date_told_settles_its_clock_and_a_wrong_one_is_withdrawn() {
        var form = form("quoi", "CONTRACT_DELIVERED");
        form.put("qui", "MISSION:" + UUID.randomUUID());
        form.put("jour", LocalDate.now(java.time.ZoneId.of("Europe/Paris")).toString());
        assertThat(clerk.post(base + "/dates", form).statusCode()).isEqualTo(422);
        form.put("qui", "OPERATOR:" + operator.id());
        assertThat(clerk.post(base + "/dates", form).body()).contains("Cette date concerne une personne");
        form.put("qui", "PERSON:" + person.id());
        assertThat(clerk.post(base + "/dates", form).statusCode()).isEqualTo(303);
        assertThat(clerk.get(base).body()).doesNotContain("Remettre le contrat de travail");

        var list = clerk.get(base + "/dates").body();
        var matcher =
                Pattern.compile("href=\"(" + base + "/dates/[0-9a-f-]{36})\"").matcher(list);
        assertThat(matcher.find()).isTrue();
        assertThat(clerk.post(matcher.group(1) + "/retrait", form("", "")).statusCode())
                .isEqualTo(303);
        assertThat(clerk.get(base).body()).contains("Remettre le contrat de travail");
    }

    @Test
    void the_freelancer_sees_their_own_at_home() {
        var browser = new Client(port);
        browser.signIn(camille.email(), SomeUsers.PASSWORD);

        assertThat(browser.get("/mon-mois").body()).contains("Mes échéances").contains("Toutes mes échéances");
        assertThat(browser.get("/mes-echeances").body())
                .contains("Remettre le contrat de travail")
                .doesNotContain("Renouveler la garantie");
    }

    @Test
    void a_calendar_by_a_secret_link_is_read_by_somebody_elses_reader_until_it_is_revoked() {
        assertThat(clerk.post("/agenda", form("societe", operator.id().toString()))
                        .statusCode())
                .isEqualTo(303);
        var page = clerk.get("/agenda").body();
        var link = LINK.matcher(page);
        assertThat(link.find()).isTrue();

        var visitor = new Client(port);
        var answer = visitor.get(link.group(1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("text/calendar");
        assertThat(answer.body().lines())
                .allSatisfy(line -> assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                        .isLessThanOrEqualTo(75));
        var calendar = Biweekly.parse(answer.body()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty()).isTrue();
        assertThat(calendar.getEvents()).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getUid().getValue()).endsWith("@passerelle");
            assertThat(event.getDateStart().getValue().hasTime()).isFalse();
            assertThat(event.getAlarms()).isEmpty();
        });
        assertThat(calendar.getEvents())
                .anyMatch(event -> event.getSummary()
                        .getValue()
                        .contains("<script>alert(1)</script> ; , \\ é 📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅📅"));

        var revoke = Pattern.compile("action=\"(/agenda/[0-9a-f-]{36}/fin)\"").matcher(page);
        assertThat(revoke.find()).isTrue();
        assertThat(clerk.post(revoke.group(1), form("", "")).statusCode()).isEqualTo(303);
        assertThat(visitor.get(link.group(1)).statusCode()).isEqualTo(404);
        assertThat(visitor.get("/agenda/" + "f".repeat(400) + ".ics").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_freelancers_calendar_holds_their_own_and_ends_with_their_role() {
        var browser = new Client(port);
        browser.signIn(camille.email(), SomeUsers.PASSWORD);
        browser.get("/sessions");
        browser.post("/agenda", form("societe", operator.id().toString()));
        var link = LINK.matcher(browser.get("/agenda").body());
        assertThat(link.find()).isTrue();
        var visitor = new Client(port);

        assertThat(visitor.get(link.group(1)).body())
                .contains("Remettre le contrat")
                .doesNotContain("Renouveler la garantie");
        House.in(operator.id(), () -> {
            identity.revoke(camille.user().id(), operator.id(), Role.FREELANCER);
            return true;
        });
        assertThat(visitor.get(link.group(1)).statusCode()).isEqualTo(404);
    }

    private static Map<String, String> form(String name, String value) {
        var form = new java.util.HashMap<String, String>();
        form.put("intent", UUID.randomUUID().toString());
        if (!name.isEmpty()) form.put(name, value);
        return form;
    }

    private static String first(String page) {
        var matcher = ONE.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
