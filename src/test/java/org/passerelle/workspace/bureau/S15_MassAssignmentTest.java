package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.dailyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.ReportState;
import org.passerelle.clients.Clients;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.SomeFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("S-15: what a form does not ask for has no effect, however it is named")
class S15_MassAssignmentTest {

    private final UUID planted = UUID.randomUUID();

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    Clients clients;

    @Autowired
    People people;

    @Autowired
    Missions missions;

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    private GroupId group;
    private Operator operator;
    private Operator neighbour;
    private UserId stranger;

    @BeforeEach
    void two_entities() {
        group = GroupId.random();
        operator = house.has(anOperator().of(group));
        neighbour = house.has(anOperator());
        stranger = someoneOf(identity, neighbour.group(), neighbour.id(), Role.FREELANCER)
                .user()
                .id();
    }

    @Test
    void a_person_registered_at_the_desk() {
        var form = smuggling();
        form.putAll(Map.of("firstName", "Noé", "lastName", "Essai", "birthDate", "07/03/1991"));
        form.putAll(Map.of("email", "noe@example.org", "line1", "1 rue du Test", "postcode", "69001", "city", "Lyon"));
        form.putAll(Map.of("country", "FR", "contract", "CDI", "entry", "2026-10-01", "job", "Formateur"));
        form.putAll(Map.of("hours", "35", "step", "JUNIOR"));
        form.put(
                "nir",
                Fictional.nir(LocalDate.parse("1991-03-07"), Fictional.next()).value());
        form.put("iban", Fictional.iban(Fictional.next()).value());

        var answer = desk().post("/bureau/" + operator.id() + "/personnes", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> people.all(operator.id())))
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.operator()).isEqualTo(operator.id());
                    assertThat(person.id()).isNotEqualTo(new PersonId(planted));
                    assertThat(person.user()).isNull();
                });
        assertThat(in(neighbour.id(), () -> people.all(neighbour.id()))).isEmpty();
    }

    @Test
    void a_client_registered_at_the_desk() {
        var form = smuggling();
        form.putAll(Map.of("kind", "COMPANY", "name", "Atelier de l'Exemple", "email", "atelier@example.com"));
        form.putAll(Map.of("line1", "3 quai du Test", "postcode", "69002", "city", "Lyon", "country", "FR"));
        form.putAll(
                Map.of("term", "30", "siren", Fictional.siren(Fictional.next()).value()));

        var answer = desk().post("/bureau/" + operator.id() + "/clients", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        onlyOurs();
    }

    @Test
    void a_client_brought_by_a_freelancer() {
        var browser = working().browser();
        var form = smuggling();
        form.putAll(Map.of("type", "CONSUMER", "nom", "Dominique Particulier", "email", "dominique@example.org"));
        form.putAll(Map.of("adresse", "2 rue du Test", "codepostal", "69003", "ville", "Lyon"));

        var answer = browser.post("/clients", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        onlyOurs();
    }

    @Test
    void a_mission_of_a_freelancer() {
        var camille = working();
        var client = house.has(operator, aClient());
        house.has(camille.person(), client, aMission().at(dailyRate("450")));
        var form = smuggling();
        form.putAll(Map.of("client", client.id().toString(), "titre", "Conseil", "prix", "500", "tva", "20"));
        form.putAll(Map.of("activite", "conseil-organisation", "debut", "01/11/2026", "fin", "30/11/2026"));
        form.putAll(Map.of("mode", "DAY", "jours", "10", "destination", "BUSINESS", "motif", "MISSING_EXPERTISE"));
        form.putAll(Map.of("domicile", "oui", "biens", "oui", "reglementee", "oui", "dangereux", "oui"));
        form.put("greve", "non");

        var answer = camille.browser().post("/missions", form);

        assertThat(answer.statusCode()).as("APPROVED does not make it lawful").isEqualTo(422);
        assertThat(in(operator.id(), () -> missions.of(camille.person().id()))).hasSize(1);
        for (var name : List.of("domicile", "biens", "reglementee", "dangereux")) form.put(name, "non");
        assertThat(camille.browser().post("/missions", form).statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> missions.of(camille.person().id())))
                .filteredOn(mission -> mission.terms().title().equals("Conseil"))
                .singleElement()
                .satisfies(mission -> {
                    assertThat(mission.id()).isNotEqualTo(new MissionId(planted));
                    assertThat(mission.operator()).isEqualTo(operator.id());
                    assertThat(mission.person()).isEqualTo(camille.person().id());
                    assertThat(mission.terms().price()).isEqualTo(Money.of("500.00"));
                });
    }

    @Test
    void a_report_stays_submitted_and_mine() {
        var camille = working();
        var mission = house.has(
                camille.person(), house.has(operator, aClient()), aMission().at(dailyRate("450")));
        var form = smuggling();
        form.putAll(Map.of("mois", "2026-10", "acte", "envoi", "reportId", planted.toString()));
        form.putAll(Map.of("j05m", "MISSION:" + mission.id(), "j05a", "MISSION:" + mission.id()));

        assertThat(camille.browser().post("/activite", form).statusCode()).isEqualTo(303);

        var report = in(operator.id(), () -> activity.of(camille.person().id(), Month.of("2026-10")))
                .orElseThrow();
        assertThat(report.state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(report.id()).isNotEqualTo(new ActivityReportId(planted));
        assertThat(report.operator()).isEqualTo(operator.id());
        assertThat(report.days()).hasSize(1);
    }

    @Test
    void an_expense_stays_submitted_and_mine() {
        var camille = working();
        var form = smuggling();
        form.putAll(Map.of("mois", "2026-10", "date", "05/10/2026", "libelle", "Train", "ttc", "20,00"));
        form.putAll(Map.of("categorie", "TRAVEL", "receipt", planted.toString(), "gross", "999", "tva", "1,82"));

        var answer = camille.browser().upload("/frais", form, "justificatif", "recu.pdf", SomeFiles.pdf("un"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> expenses.of(camille.person().id(), Month.of("2026-10"))))
                .singleElement()
                .satisfies(expense -> {
                    assertThat(expense.state()).isEqualTo(ExpenseState.SUBMITTED);
                    assertThat(expense.gross()).isEqualTo(Money.of("20.00"));
                    assertThat(expense.id()).isNotEqualTo(new ExpenseId(planted));
                    assertThat(expense.receipt()).isNotEqualTo(new DocumentId(planted));
                    assertThat(expense.operator()).isEqualTo(operator.id());
                });
    }

    private record Working(Person person, Client browser) {}

    private Working working() {
        var camille = someoneOf(identity, group, operator.id(), Role.FREELANCER);
        var person = house.has(operator, aPerson().signedInAs(camille.user().id()));
        var browser = new Client(port);
        browser.signIn(camille.email(), SomeUsers.PASSWORD);
        browser.get("/sessions");
        return new Working(person, browser);
    }

    private void onlyOurs() {
        assertThat(in(operator.id(), () -> clients.all(operator.id())))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.operator()).isEqualTo(operator.id());
                    assertThat(client.id()).isNotEqualTo(new ClientId(planted));
                });
        assertThat(in(neighbour.id(), () -> clients.all(neighbour.id()))).isEmpty();
    }

    /// What an attacker would add to any form.
    private Map<String, String> smuggling() {
        var form = new HashMap<String, String>();
        form.put("intent", UUID.randomUUID().toString());
        for (var name : new String[] {"operator", "operatorId", "operator_id", "operateur"}) {
            form.put(name, neighbour.id().toString());
        }
        for (var name : new String[] {"user", "userId", "user_id"}) form.put(name, stranger.toString());
        for (var name : new String[] {"id", "personId", "clientId"}) form.put(name, planted.toString());
        form.put("group", neighbour.group().toString());
        form.put("role", "ADMINISTRATOR");
        form.put("roles", "ADMINISTRATOR");
        form.put("state", "APPROVED");
        form.put("total", "1000000");
        return form;
    }

    private Client desk() {
        var someone = someoneOf(identity, group, operator.id(), Role.GESTIONNAIRE);
        var browser = new Client(port);
        browser.signIn(someone.email(), SomeUsers.PASSWORD);
        browser.get("/sessions");
        return browser;
    }
}
