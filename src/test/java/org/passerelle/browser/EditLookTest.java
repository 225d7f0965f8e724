package org.passerelle.browser;

import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.people.People;
import org.passerelle.people.Withholding;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("The forms that change what stands, looked at on a telephone and on a desk: nothing cut, no barrier")
class EditLookTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Identity identity;

    @Autowired
    People people;

    @Test
    void each_form_and_what_a_colleague_did_meanwhile() {
        var group = GroupId.random();
        var operator = house.has(anOperator().of(group));
        var person = house.has(operator, aPerson().named("Camille", "Exemple"));
        var client = house.has(operator, aClient().named("Ateliers de la Rivière"));
        var rate = new Withholding.Personal(Rate.ofPercent("7.5"));
        in(operator.id(), () -> people.withhold(person.id(), Month.of("2027-01"), rate, 1, UUID.randomUUID()));
        var user = someoneOf(identity, group, operator.id(), Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR)
                .user()
                .id();
        var pages = List.of(
                "clients/" + client.id() + "/modification",
                "personnes/" + person.id(),
                "personnes/" + person.id() + "/modification",
                "personnes/" + person.id() + "/iban",
                "personnes/" + person.id() + "/contrat",
                "personnes/" + person.id() + "/taux",
                "personnes/" + person.id() + "/compte",
                "societe",
                "societe/modification",
                "societe/choix",
                "societe/frais-de-gestion",
                "societe/etablissement");
        for (var look : List.of(Look.PHONE, Look.DESK, Look.DESK.inTheDark().inEnglish())) {
            try (var visitor = Visitor.arrives(port, look)) {
                visitor.hasSession(identity.signIn(user, "a browser"));
                for (var page : pages) {
                    visitor.opens("/bureau/" + operator.id() + "/" + page).seesNoBarrier();
                    visitor.keepsQuietly("edit-" + look.toString().replace(' ', '-') + "-"
                            + page.replaceAll("[0-9a-f-]{36}/?", "").replace('/', '-'));
                }
            }
        }
        for (var look : List.of(Look.PHONE, Look.DESK))
            meanwhile(look, operator.id() + "/clients/" + client.id(), user);
    }

    /// Two windows on the same client.
    private void meanwhile(Look look, String client, org.passerelle.kernel.UserId user) {
        try (var first = Visitor.arrives(port, look);
                var second = Visitor.arrives(port, look)) {
            first.hasSession(identity.signIn(user, "a browser"));
            second.hasSession(identity.signIn(user, "another browser"));
            first.opens("/bureau/" + client + "/modification");
            second.opens("/bureau/" + client + "/modification");
            first.page().locator("#email").fill("premier" + look.width() + "@example.org");
            first.presses("Enregistrer les modifications")
                    .arrivesAt(url -> !url.contains("modification"))
                    .reads("modifications enregistrées");
            second.page().locator("#email").fill("second" + look.width() + "@example.org");
            second.expects(422).presses("Enregistrer les modifications");
            second.page().locator("[role=alert]").first().waitFor();
            second.reads("premier" + look.width() + "@example.org").seesNoBarrier();
            second.keepsQuietly("edit-" + look.width() + "-meanwhile");
            second.presses("Enregistrer les modifications")
                    .arrivesAt(url -> !url.contains("modification"))
                    .reads("second" + look.width() + "@example.org");
        }
    }
}
