package org.passerelle.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.contracts.Contracts;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.missions.MissionState;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.platform.time.Days;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@Import({House.class, Mailbox.class})
@DisplayName("CA-41: from a visitor's simulation to a worker who may start, nothing typed twice and nothing skipped")
class CA41_FromVisitorToWorkTest {

    @Autowired
    House house;

    @Autowired
    Joining joining;

    @Autowired
    Welcome welcome;

    @Autowired
    Identity identity;

    @Autowired
    People people;

    @Autowired
    Missions missions;

    @Autowired
    Contracts contracts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private Operator operator;
    private Client desk;
    private Newcomer ines;
    private LocalDate start;

    @BeforeEach
    void a_house_with_an_open_door() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('joining|from|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        operator = house.has(anOperator());
        House.in(operator.id(), () -> {
            welcome.door(operator.id(), true);
            return true;
        });
        var gestionnaire = someoneOf(identity, operator.group(), operator.id(), Role.GESTIONNAIRE);
        desk = new Client(port);
        desk.cookies().put("passerelle", identity.signIn(gestionnaire.user().id(), "test"));
        desk.get(at(""));
        ines = new Newcomer(port, mailbox);
        start = Days.today(clock).plusDays(3);
    }

    private String at(String path) {
        return "/bureau/" + operator.id() + "/entrees" + path;
    }

    private int act(String path, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("intent", UUID.randomUUID().toString());
        return desk.post(path, fields).statusCode();
    }

    @Test
    void what_was_typed_in_the_simulation_is_in_the_file() {
        ines.arrives(operator, "?tjm=620&jours=17&metier=formation&client=entreprise");
        var said = ines.file(joining, operator).answers();
        assertThat(said.text("price")).isEqualTo("620.00");
        assertThat(said.text("days")).isEqualTo("17");
        assertThat(said.text("clientKind")).isEqualTo("COMPANY");
        assertThat(said.has("activity")).isTrue();
        assertThat(ines.browser.get("/mon-dossier/mission").body()).contains("value=\"620,00\"");
    }

    @Test
    void the_whole_way() {
        ines.arrives(operator, "?tjm=620").fillsIn(start, Map.of()).provesAll(Newcomer.usualProofs());
        assertThat(ines.post("/mon-dossier/envoi", Map.of()).statusCode()).isEqualTo(303);
        var file = ines.file(joining, operator);
        assertThat(file.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(desk.get(at("")).body()).contains("Inès Essai");

        assertThat(desk.get(at("/" + file.id() + "/admission")).statusCode()).isEqualTo(200);
        var terms = new HashMap<>(Map.of("contract", "CDI", "entry", start.toString(), "job", "Consultante"));
        terms.putAll(Map.of("hours", "35", "step", "JUNIOR"));
        assertThat(act(at("/" + file.id() + "/admission"), terms))
                .as("proofs were not looked at")
                .isEqualTo(422);
        for (var proof : file.proofs()) {
            assertThat(act(at("/" + file.id() + "/pieces/" + proof.id() + "/verdict"), Map.of("verdict", "ACCEPTED")))
                    .isEqualTo(303);
        }
        assertThat(act(at("/" + file.id() + "/admission"), terms)).isEqualTo(303);

        var admitted = ines.file(joining, operator);
        var made = java.util.Objects.requireNonNull(admitted.admitted());
        House.in(operator.id(), () -> {
            var person = people.get(made.person());
            assertThat(person.name()).isEqualTo("Inès Essai");
            assertThat(person.email()).isEqualTo(ines.email);
            assertThat(person.employment().entry()).isEqualTo(start);
            assertThat(missions.get(java.util.Objects.requireNonNull(made.mission()))
                            .state())
                    .isEqualTo(MissionState.AGREED);
            assertThat(contracts.of(operator.id(), made.person())).hasSize(1);
            return person;
        });
        assertThat(ines.browser.get("/mon-mois").statusCode()).isEqualTo(200);

        var before = House.in(operator.id(), () -> joining.readiness(joining.get(admitted.id())));
        assertThat(before.beforeStart()).extracting(Gate::key).containsExactly("PS-40.signed", "PS-53.start");

        var dpae = "/bureau/" + operator.id() + "/personnes/" + made.person() + "/dpae";
        assertThat(desk.get(dpae).body()).contains("value=\"Lyon\"");
        var asked =
                Map.of("hour", "09:00", "birthTown", "Lyon", "urssaf", "827", "phone", "0400000000", "health", "01");
        assertThat(act(dpae, asked)).isEqualTo(303);
        var one = sql.sql("select id::text from joining.declaration")
                .query(String.class)
                .list();
        assertThat(one).as("the row is guarded: no scope, no row").isEmpty();
        var page = desk.get(dpae).body();
        var id = page.substring(page.indexOf("/dpae/") + 6, page.indexOf("/dpae/") + 42);
        var xml = desk.get(dpae + "/" + id + "/fichier");
        assertThat(xml.headers().firstValue("content-disposition").orElse("")).startsWith("attachment");
        assertThat(xml.body())
                .contains("<rxpers:FR_PersonIdentity.ChristianName.Text>INES</rxpers")
                .contains("<FR_Contract.StartContract.Date>" + start + "</FR");
        assertThat(act(dpae + "/" + id + "/accuse", Map.of("reference", "AR-2026-0001")))
                .isEqualTo(303);
        var after = House.in(operator.id(), () -> joining.readiness(joining.get(admitted.id())));
        assertThat(after.beforeStart()).extracting(Gate::key).containsExactly("PS-40.signed");
    }

    @Test
    void no_work_is_reported_before_the_gates_open() {
        ines.arrives(operator, "").fillsIn(start, Map.of()).provesAll(Newcomer.usualProofs());
        var file = ines.file(joining, operator);
        for (var proof : file.proofs()) {
            act(at("/" + file.id() + "/pieces/" + proof.id() + "/verdict"), Map.of("verdict", "ACCEPTED"));
        }
        var terms = new HashMap<>(Map.of("contract", "CDI", "entry", start.toString(), "job", "Consultante"));
        terms.putAll(Map.of("hours", "35", "step", "JUNIOR"));
        assertThat(act(at("/" + file.id() + "/admission"), terms)).isEqualTo(303);
        var made = java.util.Objects.requireNonNull(ines.file(joining, operator).admitted());
        var mission = java.util.Objects.requireNonNull(made.mission());
        ines.browser.get("/activite");
        var answer = ines.post(
                "/activite",
                Map.of(
                        "mois",
                        start.toString().substring(0, 7),
                        "j%02dm".formatted(start.getDayOfMonth()),
                        "MISSION:" + mission));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Sans accusé de réception de la déclaration préalable à l’embauche, aucun travail ne commence.");
    }

    @Test
    void a_link_serves_once_and_an_address_learns_nothing() {
        ines.arrives(operator, "");
        // the same address again: the same answer as for a stranger
        var other = new Client(port);
        other.get("/entrer");
        var again = other.post(
                "/entrer",
                Map.of(
                        "email",
                        ines.email,
                        "maison",
                        operator.id().toString(),
                        "intent",
                        UUID.randomUUID().toString()));
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("location")).hasValue("/entrer");
        var link = ines.link();
        assertThat(other.get(link).body()).contains("déjà un compte");
        assertThat(other.post(link, Map.of("intent", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(other.cookies()).as("a link opens no session").doesNotContainKey("passerelle");
        assertThat(other.get(link).headers().firstValue("location")).hasValue("/entrer");
    }

    @Test
    void a_closed_door_stays_closed() {
        House.in(operator.id(), () -> {
            welcome.door(operator.id(), false);
            return true;
        });
        ines.browser.get("/entrer");
        var answer = ines.post(
                "/entrer", Map.of("email", ines.email, "maison", operator.id().toString()));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(mailbox.collectFor(ines.email)).isEmpty();
    }

    @Test
    void an_invitation_leads_to_the_steps() {
        assertThat(act(at("/invitations"), Map.of("email", ines.email))).isEqualTo(303);
        ines.follows(ines.link());
        assertThat(ines.browser.get("/mon-dossier").body()).contains("Identité");
        assertThat(SomeUsers.PASSWORD).isNotEmpty();
    }
}
