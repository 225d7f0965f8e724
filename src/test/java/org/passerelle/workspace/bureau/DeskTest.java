package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ReportState;
import org.passerelle.activity.Reporting;
import org.passerelle.clients.Clients;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("The desk: what waits, with the reason; each place for its roles and its own entity only")
class DeskTest {

    private static final Pattern INTENT = Pattern.compile("name=\"intent\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Activity activity;

    @Autowired
    Clients clients;

    @Autowired
    People people;

    private GroupId group;
    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void an_entity_at_work() {
        group = GroupId.random();
        operator = house.has(anOperator().of(group));
        person = house.has(operator, aPerson().named("Camille", "Exemple"));
        mission = house.has(person, house.has(operator, aClient()), aMission());
    }

    @Test
    void S10_each_place_opens_to_its_roles_and_to_no_other() {
        var everybody = Role.values();
        for (var role : everybody) {
            var browser = signedIn(role);
            for (var place : Place.values()) {
                boolean opened = List.of(place.roles()).contains(role);
                var answer = browser.get(href(place.path()));
                assertThat(answer.statusCode())
                        .as("%s at %s", role, place)
                        .isIn(opened ? List.of(200) : List.of(403, 404));
            }
        }
    }

    @Test
    void S11_the_desk_of_another_entity_does_not_exist() {
        var theirs = house.has(anOperator());
        var foreign = house.has(theirs, aPerson());
        var browser = signedIn(Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR, Role.ADMINISTRATOR);
        for (var place : Place.values()) {
            var path = place.path().isEmpty() ? "" : "/" + place.path();
            assertThat(browser.get("/bureau/" + theirs.id() + path).statusCode())
                    .as(place.name())
                    .isEqualTo(404);
        }
        assertThat(browser.get(href("personnes/" + foreign.id())).statusCode()).isEqualTo(404);
        assertThat(browser.get(href("personnes/" + person.id())).statusCode()).isEqualTo(200);
    }

    @Test
    void the_queue_names_what_waits_and_why() {
        submitted("2026-10-12", "2026-10-17");
        house.has(person, house.has(operator, aConsumer()), aMission().forPrivateUse());
        var page = signedIn(Role.GESTIONNAIRE).get(href("")).body();
        assertThat(page)
                .contains("Comptes rendus soumis (1)")
                .contains("Travail un samedi ou un dimanche\u00A0: 17/10/2026.")
                .contains("Missions refusées ou incomplètes (1)");
    }

    @Test
    void R11_a_report_approved_twice_is_approved_once() {
        var report = submitted("2026-10-12");
        var browser = signedIn(Role.GESTIONNAIRE);
        browser.get(href("activites/" + report.id()));
        for (int i = 0; i < 2; i++) {
            assertThat(browser.post(href("activites/" + report.id() + "/approbation"), Map.of())
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(in(operator.id(), () -> activity.get(report.id())).state()).isEqualTo(ReportState.APPROVED);
    }

    @Test
    void a_report_is_given_back_with_a_reason_and_never_without() {
        var report = submitted("2026-10-12");
        var browser = signedIn(Role.GESTIONNAIRE);
        browser.get(href("activites/" + report.id()));
        var without = browser.post(href("activites/" + report.id() + "/retour"), Map.of("reason", ""));
        assertThat(without.statusCode()).isEqualTo(422);
        var with = browser.post(href("activites/" + report.id() + "/retour"), Map.of("reason", "Il manque le 13."));
        assertThat(with.statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> activity.get(report.id())).returnReason())
                .isEqualTo("Il manque le 13.");
    }

    @Test
    void R31_a_SIREN_with_a_wrong_key_is_said_at_its_field_with_what_was_typed() {
        var browser = signedIn(Role.GESTIONNAIRE);
        var intent = intent(browser.get(href("clients/nouveau")).body());
        var form = new HashMap<>(client(intent));
        form.put("siren", "123456789");
        var wrong = browser.post(href("clients"), form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("le SIREN 123456789 comporte une erreur")
                .contains("value=\"Atelier de l&#39;Exemple\"")
                .contains(intent);
        form.put("siren", Fictional.siren().value());
        assertThat(browser.post(href("clients"), form).statusCode()).isEqualTo(303);
        assertThat(browser.post(href("clients"), form).statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> clients.all(operator.id())))
                .filteredOn(client -> client.name().equals("Atelier de l'Exemple"))
                .hasSize(1);
    }

    @Test
    void PS01_the_form_of_a_private_individual_has_no_SIRET() {
        var browser = signedIn(Role.GESTIONNAIRE);
        var page = browser.get(href("clients/nouveau?type=particulier")).body();
        assertThat(page).doesNotContain("name=\"siret\"").doesNotContain("name=\"siren\"");
        var form = client(intent(page));
        assertThat(browser.post(href("clients?type=particulier"), form).statusCode())
                .isEqualTo(303);
        assertThat(in(operator.id(), () -> clients.all(operator.id())))
                .anySatisfy(client -> assertThat(client.isConsumer()).isTrue());
    }

    @Test
    void S14_a_persons_page_masks_NIR_and_IBAN() {
        var page = signedIn(Role.GESTIONNAIRE)
                .get(href("personnes/" + person.id()))
                .body();
        assertThat(page)
                .contains(person.nir().masked())
                .contains(person.iban().masked())
                .doesNotContain(person.nir().value())
                .doesNotContain(person.iban().value());
    }

    @Test
    void a_new_person_is_registered_from_the_form_and_every_wrong_field_is_named_at_once() {
        var browser = signedIn(Role.GESTIONNAIRE);
        var intent = intent(browser.get(href("personnes/nouvelle")).body());
        var birth = LocalDate.parse("1991-03-07");
        var form = new HashMap<String, String>();
        form.putAll(Map.of("intent", intent, "firstName", "Noé", "lastName", "Essai", "birthDate", "07/03/1991"));
        form.putAll(Map.of("nir", "123", "iban", "FR00", "email", "noe@example.org", "line1", "1 rue du Test"));
        form.putAll(Map.of("postcode", "69001", "city", "Lyon", "country", "FR", "contract", "CDI"));
        form.putAll(Map.of("entry", "2026-10-01", "job", "Formateur", "hours", "35", "step", "JUNIOR"));
        var wrong = browser.post(href("personnes"), form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"nir-erreur\"").contains("id=\"iban-erreur\"");
        form.put("nir", Fictional.nir(birth, Fictional.next()).value());
        form.put("iban", Fictional.iban(Fictional.next()).value());
        var right = browser.post(href("personnes"), form);
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> people.all(operator.id())))
                .anySatisfy(each -> assertThat(each.name()).isEqualTo("Noé Essai"));
    }

    @Test
    void PS01_a_refused_mission_shows_rule_article_and_the_frames_where_it_is_lawful() {
        var refused =
                house.has(person, house.has(operator, aConsumer()), aMission().forPrivateUse());
        var page = signedIn(Role.GESTIONNAIRE)
                .get(href("missions/" + refused.id()))
                .body();
        assertThat(page).contains("L1254-1").contains("PS-01").contains("verdict-lawful");
    }

    private ActivityReport submitted(String... days) {
        var lines = java.util.Arrays.stream(days)
                .map(day -> ActivityDay.onMission(LocalDate.parse(day), mission.id(), "1"))
                .toList();
        return in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), Month.of("2026-10"), lines, UUID.randomUUID());
            return ((Reporting.Accepted) activity.submit(saved.report().id())).report();
        });
    }

    private static Map<String, String> client(String intent) {
        return Map.of(
                "intent", intent,
                "kind", "COMPANY",
                "name", "Atelier de l'Exemple",
                "email", "atelier@example.com",
                "line1", "3 quai du Test",
                "postcode", "69002",
                "city", "Lyon",
                "country", "FR",
                "term", "30");
    }

    private static String intent(String page) {
        var matcher = INTENT.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Client signedIn(Role... roles) {
        var someone = someoneOf(identity, group, operator.id(), roles);
        var browser = new Client(port);
        browser.signIn(someone.email(), SomeUsers.PASSWORD);
        return browser;
    }

    private String href(String path) {
        return "/bureau/" + operator.id() + (path.isEmpty() ? "" : "/" + path);
    }
}
