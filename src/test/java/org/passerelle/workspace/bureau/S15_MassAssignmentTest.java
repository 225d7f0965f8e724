package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Clients;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
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
        var camille = someoneOf(identity, group, operator.id(), Role.FREELANCER);
        house.has(operator, aPerson().signedInAs(camille.user().id()));
        var browser = new Client(port);
        browser.signIn(camille.email(), SomeUsers.PASSWORD);
        browser.get("/sessions");
        var form = smuggling();
        form.putAll(Map.of("type", "CONSUMER", "nom", "Dominique Particulier", "email", "dominique@example.org"));
        form.putAll(Map.of("adresse", "2 rue du Test", "codepostal", "69003", "ville", "Lyon"));

        var answer = browser.post("/clients", form);

        assertThat(answer.statusCode()).isEqualTo(303);
        onlyOurs();
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
