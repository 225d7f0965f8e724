package org.passerelle.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("F009–F016: the five public pages, on a telephone and on a desk, with and without JavaScript")
class F009_SimulatorsInTheBrowserTest {

    private record Shown(String name, String address, String reads) {}

    private static final String SLIP = "lignes=" + "S%C3%A9curit%C3%A9+sociale+plafonn%C3%A9e+276%2C35+342%2C43%0A"
            + "CSG+d%C3%A9ductible+306%2C77%0ACotisation+fonci%C3%A8re+42%2C00%0AFrais+de+structure+65%2C00%0A"
            + "R%C3%A9serve+financi%C3%A8re+390%2C00%0AAssurance+ch%C3%B4mage+210%2C00";

    private static final List<Shown> PAGES = List.of(
            new Shown(
                    "facturer",
                    "/puis-je-facturer?client=particulier&metier=coach-vie&domicile=non",
                    "C. trav. L1254-1"),
            new Shown("combien", "/combien?tjm=450&jours=16&frais=200", "Où va chaque euro"),
            new Shown("tarif", "/quel-tarif?net=2800", "jours à facturer dans l’année"),
            new Shown("annee", "/une-annee", "Ce qui se passe, et pourquoi"),
            new Shown("bulletin", "/verifier-mon-bulletin?brut=4500&" + SLIP, "sans base connue"));

    @LocalServerPort
    int port;

    static Stream<Arguments> looks() {
        var all = new ArrayList<Arguments>();
        for (var look : List.of(Look.PHONE, Look.DESK, Look.PHONE.inTheDark(), Look.DESK.inEnglish())) {
            for (int i = 0; i < PAGES.size(); i++)
                all.add(Arguments.of(look, PAGES.get(i).name(), i));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource("looks")
    void each_has_no_barrier_and_nothing_cut(Look look, String name, int number) {
        var shown = PAGES.get(number);
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.opens(shown.address()).keeps("simulateur-" + name + (look.english() ? "-en" : ""));
            if (!look.english()) visitor.reads(shown.reads());
            visitor.seesNoBarrier();
        }
    }

    @Test
    void the_answer_comes_while_typing_and_its_address_can_be_shared() {
        try (var visitor = Visitor.arrives(port, Look.PHONE)) {
            visitor.opens("/combien");
            visitor.page().locator("#tjm").fill("600");
            visitor.page().locator("#jours").fill("10");
            visitor.page().waitForURL(url -> url.contains("tjm=600") && url.contains("jours=10"));
            visitor.reads("6 000,00 € HT par mois").keeps("simulateur-combien-tape");
            visitor.page().locator("#frais").fill("beaucoup");
            visitor.page().locator("#reponse [role=alert]").waitFor();
            visitor.reads("n’est pas un montant");
        }
    }

    @Test
    void each_works_without_javascript() {
        try (var visitor = Visitor.arrives(port, Look.PHONE.withoutScript())) {
            visitor.opens("/combien").fills("Prix d’une journée, HT", "500");
            visitor.presses("Calculer");
            visitor.reads("8 000,00 € HT par mois");
            visitor.opens("/quel-tarif").fills("Net souhaité par mois, avant impôt", "2000");
            visitor.presses("Calculer");
            visitor.reads("Pour 2 000,00 € net par mois");
            visitor.opens("/une-annee").fills("Janvier", "0");
            visitor.presses("Calculer");
            visitor.reads("Pas de paie ce mois-ci.");
            visitor.opens("/verifier-mon-bulletin")
                    .fills("Les lignes du bulletin, une par ligne", "Frais de structure 65");
            visitor.presses("Calculer");
            visitor.reads("Écart sur une année pareille : 780,00 €").keeps("simulateur-bulletin");
            visitor.opens("/puis-je-facturer").chooses("client", "particulier");
            visitor.presses("Voir la réponse");
            visitor.reads("un particulier ne peut pas être facturé");
        }
    }

    @Test
    void what_is_typed_wrong_is_said_at_its_field() {
        try (var visitor = Visitor.arrives(port, Look.PHONE.withoutScript())) {
            visitor.opens("/quel-tarif?net=-5&vacances=abc")
                    .reads("1 au moins")
                    .reads("« abc » n’est pas un nombre")
                    .keeps("simulateur-tarif-faux");
        }
    }
}
