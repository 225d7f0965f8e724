package org.passerelle.workspace.bureau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clients.Clients;
import org.passerelle.documents.Documents;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.operators.Operator;
import org.passerelle.people.People;
import org.passerelle.testing.Client;
import org.passerelle.testing.Fictional;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.passerelle.testing.PdfText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Billing.class})
@DisplayName("S-42, R-11: what stands is changed at the desk; nothing typed is lost, nothing issued changes")
class S42_EditAtTheDeskTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Billing billing;

    @Autowired
    Identity identity;

    @Autowired
    Clients clients;

    @Autowired
    Invoicing invoicing;

    @Autowired
    People people;

    @Autowired
    Documents documents;

    private Operator operator;

    @BeforeEach
    void an_entity() {
        operator = house.has(anOperator());
    }

    @Test
    void the_form_shows_what_stands_and_keeps_what_was_typed_with_the_error_beside_it() {
        var client = house.has(operator, aClient().named("Les Ateliers & Co"));
        var browser = signedIn(operator, Role.GESTIONNAIRE);
        var path = "/bureau/" + operator.id() + "/clients/" + client.id();
        assertThat(browser.get(path).body()).contains(path + "/modification");
        var page = browser.get(path + "/modification").body();
        assertThat(page)
                .contains("value=\"Les Ateliers &amp; Co\"")
                .contains("value=\"" + client.siren() + "\"")
                .contains("name=\"seen\" value=\"1\"");

        var form = fields(client, 1);
        form.put("name", "<b>Nouveau</b>");
        form.put("term", "61");
        form.put("siret", "123");
        var again = browser.post(path + "/modification", form);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("value=\"&lt;b")
                .contains("value=\"61\"")
                .contains("id=\"siret-erreur\"")
                .doesNotContain("<b>Nouveau");
        form.put("siret", "");
        assertThat(browser.post(path + "/modification", form).body()).contains("id=\"term-erreur\"");
        form.put("term", "45");
        assertThat(browser.post(path + "/modification", form).statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> clients.get(client.id())).paymentTermDays())
                .isEqualTo(45);
    }

    @Test
    void of_two_colleagues_the_second_sees_both_and_chooses() {
        var client = house.has(operator, aClient());
        var path = "/bureau/" + operator.id() + "/clients/" + client.id() + "/modification";
        var first = signedIn(operator, Role.GESTIONNAIRE);
        var second = signedIn(operator, Role.GESTIONNAIRE);
        var theirs = fields(client, 1);
        theirs.put("email", "premier@example.org");
        theirs.put("kind", "ASSOCIATION");
        assertThat(first.post(path, theirs).statusCode()).isEqualTo(303);

        var mine = fields(client, 1);
        mine.put("email", "second@example.org");
        var answer = second.post(path, mine);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<dd>premier@example.org</dd>", "<dd>Association</dd>")
                .contains("value=\"second@example.org\"")
                .contains("name=\"seen\" value=\"2\"");
        assertThat(in(operator.id(), () -> clients.get(client.id())).email()).isEqualTo("premier@example.org");

        mine.put("seen", "2");
        assertThat(second.post(path, mine).statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> clients.get(client.id())).email()).isEqualTo("second@example.org");
    }

    @Test
    void a_private_individual_is_changed_without_a_SIREN() {
        var client = house.has(operator, aConsumer());
        var browser = signedIn(operator, Role.GESTIONNAIRE);
        var path = "/bureau/" + operator.id() + "/clients/" + client.id() + "/modification";
        var form = fields(client, 1);
        form.put("kind", "CONSUMER");
        form.put("siren", "");
        form.put("siret", "");
        form.put("city", "Grenoble");
        assertThat(browser.post(path, form).statusCode()).isEqualTo(303);
        assertThat(in(operator.id(), () -> clients.get(client.id())).address().city())
                .isEqualTo("Grenoble");
    }

    @Test
    void IN02_an_issued_invoice_keeps_the_client_that_it_named() throws Exception {
        var s = billing.situation();
        var invoice = billing.issued(s, billing.draft(s, "2026-10-05", "2026-10-06"));
        var browser = signedIn(s.operator(), Role.GESTIONNAIRE);
        var path = "/bureau/" + s.id() + "/clients/" + s.client().id() + "/modification";
        assertThat(browser.get(path).body()).doesNotContain("name=\"siren\"").doesNotContain("name=\"kind\"");
        var form = fields(s.client(), 1);
        form.put("name", "Une Autre Enseigne");
        form.put("kind", "CONSUMER"); // not asked for: without effect (S-15)
        form.put("siren", "");
        assertThat(browser.post(path, form).statusCode()).isEqualTo(303);

        assertThat(browser.get("/bureau/" + s.id() + "/clients/" + s.client().id())
                        .body())
                .contains("Une Autre Enseigne");
        var now = in(s.id(), () -> clients.get(s.client().id()));
        assertThat(now.name()).isEqualTo("Une Autre Enseigne");
        assertThat(now.kind()).isEqualTo(s.client().kind());
        assertThat(now.siren()).isEqualTo(s.client().siren());
        var kept = in(s.id(), () -> invoicing.issued(s.id())).getFirst();
        assertThat(kept.clientName()).isEqualTo(s.client().name());
        assertThat(PdfText.flat(in(s.id(), () -> documents.content(kept.pdf()))))
                .contains(s.client().name())
                .doesNotContain("Une Autre Enseigne");
        assertThat(browser.get("/bureau/" + s.id() + "/factures/" + invoice.id())
                        .body())
                .doesNotContain("Une Autre Enseigne");
    }

    @Test
    void S14_an_IBAN_is_changed_on_a_page_of_its_own_that_shows_neither_in_full() {
        var person = house.has(operator, aPerson());
        var browser = signedIn(operator, Role.GESTIONNAIRE);
        var path = "/bureau/" + operator.id() + "/personnes/" + person.id();
        assertThat(browser.get(path).body()).contains(path + "/iban", path + "/contrat", path + "/taux");
        assertThat(browser.get(path + "/iban").body())
                .contains(person.iban().masked())
                .doesNotContain(person.iban().value());
        var iban = Fictional.iban(Fictional.next());
        var form = new HashMap<>(Map.of("intent", UUID.randomUUID().toString(), "seen", "1", "iban", iban.value()));
        var unchecked = browser.post(path + "/iban", form);
        assertThat(unchecked.statusCode()).isEqualTo(422);
        assertThat(unchecked.body()).contains("id=\"checked-erreur\"", "value=\"" + iban.value() + "\"");
        form.put("checked", "on");
        assertThat(browser.post(path + "/iban", form).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains(iban.masked()).doesNotContain(iban.value());
        assertThat(in(operator.id(), () -> people.get(person.id())).iban()).isEqualTo(iban);
        var director = signedIn(operator, Role.DIRECTOR);
        assertThat(director.get("/bureau/" + operator.id() + "/piste").body())
                .contains("IBAN changé", iban.masked())
                .doesNotContain(iban.value());
    }

    @Test
    void a_file_its_terms_and_its_rate_are_changed_and_the_page_says_from_when() {
        var person = house.has(operator, aPerson());
        var browser = signedIn(operator, Role.GESTIONNAIRE);
        var path = "/bureau/" + operator.id() + "/personnes/" + person.id();
        assertThat(browser.get(path + "/modification").body())
                .contains("value=\"" + person.lastName() + "\"", person.nir().masked())
                .doesNotContain(person.nir().value());
        var terms = new HashMap<>(Map.of("intent", UUID.randomUUID().toString(), "seen", "1", "month", "2026-12"));
        terms.putAll(Map.of("job", "Formatrice <i>", "hours", "49", "step", "EXPERT"));
        var wrong = browser.post(path + "/contrat", terms);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"hours-erreur\"", "value=\"49\"").doesNotContain("<i>");
        terms.put("hours", "28");
        assertThat(browser.post(path + "/contrat", terms).statusCode()).isEqualTo(303);
        var rate = new HashMap<>(Map.of("intent", UUID.randomUUID().toString(), "seen", "2", "month", "2024-01"));
        rate.put("withholding", "7,5");
        assertThat(browser.post(path + "/taux", rate).body()).contains("id=\"month-erreur\"");
        rate.put("month", "2026-12");
        rate.put("withholding", "101");
        assertThat(browser.post(path + "/taux", rate).body()).contains("id=\"withholding-erreur\"");
        rate.put("withholding", "7,5");
        assertThat(browser.post(path + "/taux", rate).statusCode()).isEqualTo(303);
        assertThat(browser.get(path).body()).contains("décembre 2026", "Formatrice &lt;i&gt;", "7,5");
        assertThat(in(operator.id(), () -> people.get(person.id())).employment().job())
                .isEqualTo(person.employment().job());
    }

    @Test
    void SW06_a_director_changes_the_entity_and_nobody_else_does() {
        var path = "/bureau/" + operator.id() + "/societe";
        var gestionnaire = signedIn(operator, Role.GESTIONNAIRE);
        assertThat(gestionnaire.get(path).body()).doesNotContain(path + "/choix");
        assertThat(gestionnaire.get(path + "/choix").statusCode()).isIn(403, 404);
        var director = signedIn(operator, Role.DIRECTOR);
        assertThat(director.get(path).body())
                .contains(path + "/choix", path + "/frais-de-gestion", path + "/etablissement", path + "/modification");
        for (var form : new String[] {"/choix", "/frais-de-gestion", "/etablissement", "/modification"}) {
            assertThat(director.get(path + form).body()).as(form).contains("name=\"seen\" value=\"1\"");
        }
        var fee = new HashMap<>(Map.of("intent", UUID.randomUUID().toString(), "seen", "1", "month", "2026-01"));
        fee.putAll(Map.of("model", "CAPPED", "rate", "101", "amount", "", "clause", "<b>7</b>"));
        var wrong = director.post(path + "/frais-de-gestion", fee);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"amount-erreur\"", "value=\"101\"")
                .doesNotContain("<b>7");
        fee.put("amount", "300");
        assertThat(director.post(path + "/frais-de-gestion", fee).body()).contains("id=\"rate-erreur\"");
        fee.put("rate", "6");
        assertThat(director.post(path + "/frais-de-gestion", fee).body()).contains("id=\"month-erreur\"");
        fee.put("month", "2027-06");
        assertThat(director.post(path + "/frais-de-gestion", fee).statusCode()).isEqualTo(303);
        assertThat(director.get(path).body()).contains("01/06/2027", "300,00");
        assertThat(director.get("/bureau/" + operator.id() + "/piste").body())
                .contains("frais changés", "6 % max 300.00");
    }

    private static Map<String, String> fields(org.passerelle.clients.Client client, int seen) {
        var form = new HashMap<String, String>();
        form.put("intent", UUID.randomUUID().toString());
        form.put("seen", Integer.toString(seen));
        form.putAll(Map.of("kind", client.kind().name(), "name", client.name(), "email", client.email()));
        var address = client.address();
        form.putAll(Map.of("line1", address.line1(), "line2", address.line2(), "postcode", address.postcode()));
        form.putAll(Map.of("city", address.city(), "country", address.country(), "term", "30"));
        form.put("siren", String.valueOf(client.siren()));
        form.put("siret", String.valueOf(client.siret()));
        return form;
    }

    private Client signedIn(Operator entity, Role... roles) {
        var someone = SomeUsers.someoneOf(identity, entity.group(), entity.id(), roles);
        var browser = new Client(port);
        assertThat(browser.signIn(someone.email(), SomeUsers.PASSWORD).statusCode())
                .isEqualTo(303);
        browser.get("/sessions");
        return browser;
    }
}
