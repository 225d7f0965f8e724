package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.marketplace.Market;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName(
        "PS-01: a private individual offers work; it goes to the cooperative, which publishes it, and never to portage")
class OffersInTheBrowserTest {

    @Autowired
    House house;

    @Autowired
    Market market;

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    @Test
    void a_private_individuals_offer_is_proposed_in_the_cooperative_only() {
        var portage = house.has(anOperator().named("Portage Exemple"));
        var cooperative = house.has(aCooperative().named("Aaa Coopérative Exemple"));
        House.in(portage.id(), () -> open(portage.id()));
        House.in(cooperative.id(), () -> open(cooperative.id()));
        try (var visitor = Visitor.arrives(port, Look.PHONE)) {
            visitor.opens("/offres/nouvelle").keeps("offre-formulaire");
            var page = visitor.page();
            page.locator("#client").selectOption("CONSUMER");
            page.locator("#titre").fill("Un coach pour changer de vie");
            page.locator("#activite").fill("coach-vie");
            page.locator("#besoin").fill("Quelques séances par mois, en visio.");
            page.locator("#de").fill("300");
            page.locator("#jours").fill("4");
            page.locator("#debut").fill(LocalDate.now().plusDays(30).toString());
            page.locator("#mois").fill("3");
            page.locator("#lieu").selectOption("FULLY");
            page.locator("#ville").fill("Lyon");
            page.locator("#domicile").selectOption("non");
            page.locator("#nom").fill("Jeanne Particulier");
            page.locator("#email").fill("jeanne@example.org");
            page.locator("#rue").fill("3 rue du Bac");
            page.locator("#postal").fill("69002");
            page.locator("#commune").fill("Lyon");
            visitor.presses("Envoyer l’offre");
            visitor.reads("Aaa Coopérative Exemple la relit avant publication");
        }
        assertThat(House.in(portage.id(), () -> market.all(portage.id()))).isEmpty();
        var offer =
                House.in(cooperative.id(), () -> market.all(cooperative.id())).getFirst();

        var desk = SomeUsers.someoneOf(identity, cooperative.group(), cooperative.id(), Role.GESTIONNAIRE);
        try (var clerk = Visitor.arrives(port, Look.DESK)) {
            clerk.hasSession(identity.signIn(desk.user().id(), "Chrome · Linux"));
            clerk.opens("/bureau/" + cooperative.id() + "/offres/" + offer.id());
            clerk.keeps("offre-bureau");
            clerk.presses("Publier");
            clerk.reads("Offre publiée");
        }
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            visitor.opens("/offres?mots=coach&cadre=CAE").reads("Un coach pour changer de vie");
            visitor.keeps("offres-liste");
            visitor.opens("/offres/" + offer.id()).keeps("offre-page");
            visitor.reads("C. trav. L1254-1");
            assertThat(visitor.page().locator("body").innerText())
                    .contains("un particulier ne peut pas être facturé")
                    .doesNotContain("Jeanne")
                    .doesNotContain("jeanne@example.org");
            visitor.opens("/offres?mots=coach&cadre=PORTAGE_SALARIAL");
            assertThat(visitor.page().locator("body").innerText()).doesNotContain("Un coach pour changer de vie");
        }
    }

    private int open(org.passerelle.kernel.OperatorId operator) {
        market.door(operator, true);
        return 0;
    }
}
