package org.passerelle.browser;

import static org.passerelle.operators.OperatorBuilder.anOperator;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.gatherings.GatheringRule;
import org.passerelle.gatherings.Gatherings;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("F019: a visitor books the last seat of the next session while another tries; the other is told")
class LastSeatInTheBrowserTest {

    @Autowired
    House house;

    @Autowired
    Gatherings gatherings;

    @LocalServerPort
    int port;

    @Test
    void one_has_it_and_the_other_waits() {
        var operator = house.has(anOperator().named("Portage Exemple")).id();
        House.in(operator, () -> {
            gatherings.rule(
                    operator,
                    new GatheringRule(true, LocalTime.of(12, 30), 20, 1, "Camille", "https://salle.example.org/a"));
            return operator;
        });
        var slot = gatherings.next().stream()
                .filter(each -> each.operator().equals(operator))
                .findFirst()
                .orElseThrow();
        try (var first = Visitor.arrives(port, Look.PHONE);
                var second = Visitor.arrives(port, Look.DESK)) {
            fills(first, slot.key(), "Ana");
            fills(second, slot.key(), "Bob");
            first.keeps("rencontres");
            second.seesNoBarrier().keeps("rencontres");
            first.presses("Réserver ma place");
            first.reads("Place réservée");
            second.presses("Réserver ma place");
            second.reads("La dernière place vient d’être prise");
            second.keeps("rencontres-attente");
        }
    }

    private static void fills(Visitor visitor, String slot, String name) {
        visitor.opens("/rencontres");
        visitor.page().locator("#seance").selectOption(slot);
        visitor.page().locator("#prenom").fill(name);
        visitor.page().locator("#email").fill(name + "@example.org");
        visitor.page().waitForTimeout(1600);
    }
}
