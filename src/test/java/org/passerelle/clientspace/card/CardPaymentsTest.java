package org.passerelle.clientspace.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.invoicing.Billing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.Client;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@PasserelleTest
@Import({Billing.class, Mailbox.class})
@TestPropertySource(properties = "passerelle.cards.double=true")
@DisplayName("A private individual pays an invoice by card on the provider's page; an enterprise is not asked to")
class CardPaymentsTest {

    private static final Pattern LINK = Pattern.compile("(/espace/[A-Za-z0-9_-]+)");

    @Autowired
    Billing billing;

    @Autowired
    House house;

    @Autowired
    ClientLinks links;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    private Client browser;

    @BeforeEach
    void a_browser() {
        mailbox.collect();
        sql.sql("select identity.forget_tries(sha256(convert_to('client pages|127.0.0.1', 'UTF8')))")
                .query((_, _) -> 1)
                .list();
        browser = new Client(port);
    }

    private String bill(Billing.Situation s, IssuedInvoice invoice) {
        in(s.id(), () -> {
            links.send(s.id(), s.client().id(), false, UUID.randomUUID());
            return 0;
        });
        var match =
                LINK.matcher(mailbox.collectFor(s.client().email()).getFirst().text());
        assertThat(match.find()).isTrue();
        return match.group(1) + "/factures/" + invoice.id();
    }

    private Billing.Situation aConsumersMonth() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        var client = house.has(operator, aConsumer());
        return new Billing.Situation(
                operator, person, client, house.has(person, client, aMission().forPrivateUse()));
    }

    private String does(String bill, String what) {
        browser.get(bill);
        var opened =
                browser.post(bill + "/carte", Map.of("intent", UUID.randomUUID().toString()));
        assertThat(opened.statusCode()).isEqualTo(303);
        var page = opened.headers().firstValue("Location").orElseThrow();
        assertThat(browser.get(page).body()).contains("aucune carte n’est débitée");
        var done = browser.post(page, Map.of("intent", UUID.randomUUID().toString(), "fait", what));
        assertThat(done.headers().firstValue("Location")).hasValue(bill);
        return browser.get(bill).body();
    }

    @Test
    void refused_then_left_then_paid_with_the_confirmation_sent_twice() {
        var s = aConsumersMonth();
        var bill = bill(s, billing.issued(s, billing.draft(s, "2026-10-05")));
        assertThat(browser.get(bill).body()).contains("Payer par carte");
        assertThat(does(bill, "refus")).contains("a été refusé").contains("Payer par carte");
        assertThat(does(bill, "abandon")).contains("n’est pas allé à son terme");
        assertThat(does(bill, "double"))
                .contains("Votre paiement par carte est reçu")
                .contains("payée")
                .doesNotContain("Payer par carte")
                .doesNotContain("class=\"qr\"");
    }

    @Test
    void an_enterprise_pays_by_transfer() {
        var s = billing.situation();
        var bill = bill(s, billing.issued(s, billing.draft(s, "2026-10-05")));
        assertThat(browser.get(bill).body()).contains("Payer par virement").doesNotContain("Payer par carte");
        browser.get("/connexion"); // a page with a form, for its token
        assertThat(browser.post(
                                bill + "/carte",
                                Map.of("intent", UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
    }
}
