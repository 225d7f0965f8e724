package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aConsumer;
import static org.passerelle.identity.SomeUsers.someoneOf;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.invoicing.Billing;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PasserelleTest
@Import({Billing.class, Mailbox.class})
@TestPropertySource(properties = "passerelle.cards.double=true")
@DisplayName("A private individual on a phone: contests days, pays by card; the freelancer sees it paid")
class ClientPagesInTheBrowserTest {

    private static final Pattern LINK = Pattern.compile("(/espace/[A-Za-z0-9_-]+)");

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Billing billing;

    @Autowired
    Identity identity;

    @Autowired
    ClientLinks links;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void contests_pays_and_the_freelancer_sees_it() {
        mailbox.collect();
        clock.moveTo(java.time.Instant.parse("2026-11-05T09:00:00Z"));
        var operator = house.has(aCooperative());
        var freelancer = someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        var person = house.has(
                operator, anEntrepreneur().signedInAs(freelancer.user().id()));
        var client = house.has(operator, aConsumer());
        var mission = house.has(person, client, aMission().forPrivateUse());
        var s = new Billing.Situation(operator, person, client, mission);
        var invoice = billing.issued(s, billing.draft(s, "2026-10-05", "2026-10-06"));
        in(s.id(), () -> {
            links.send(s.id(), client.id(), true, UUID.randomUUID());
            return 0;
        });
        var match = LINK.matcher(mailbox.collectFor(client.email()).getFirst().text());
        assertThat(match.find()).isTrue();
        try (var phone = Visitor.arrives(port, Look.PHONE)) {
            phone.opens(match.group(1));
            phone.reads("Jours d’octobre 2026 à approuver");
            phone.keepsAtBothWidths("client-01-espace");
            phone.page()
                    .locator("a.btn", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Regarder"))
                    .click();
            phone.page().locator("#reason").fill("Le 6, personne n’est venu.");
            phone.keepsAtBothWidths("client-02-jours");
            phone.presses("Contester ces jours");
            phone.reads("Votre contestation est transmise");
            phone.opens(match.group(1) + "/factures/" + invoice.id());
            phone.keepsAtBothWidths("client-03-facture");
            phone.page()
                    .locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("par carte"))
                    .click();
            phone.reads("aucune carte n’est débitée");
            phone.keepsAtBothWidths("client-04-carte");
            phone.page().locator("button[value=payer]").click();
            phone.reads("Votre paiement par carte est reçu");
            phone.keepsAtBothWidths("client-05-payee");
        }
        try (var home = Visitor.arrives(port, Look.DESK).signsIn(freelancer.email(), SomeUsers.PASSWORD)) {
            home.opens("/factures/" + invoice.id());
            home.reads("payée");
        }
    }
}
