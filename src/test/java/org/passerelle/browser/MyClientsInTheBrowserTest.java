package org.passerelle.browser;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.testing.ExampleMonth;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(ExampleMonth.class)
@DisplayName("DP-05: « Mes clients » and « Et si un client s'arrête » in the browser, on a telephone and a desk")
class MyClientsInTheBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    ExampleMonth month;

    @Autowired
    Identity identity;

    @ParameterizedTest(name = "with JavaScript: {0}")
    @ValueSource(booleans = {true, false})
    void the_stop_is_played_and_the_table_answers(boolean script) {
        var operator = month.lived().getFirst();
        var worker = SomeUsers.someoneOf(identity, operator.group(), operator.id(), Role.FREELANCER);
        month.signingIn(month.person(operator.id(), "P-001"), worker.user().id());
        try (var home = Visitor.arrives(port, script ? Look.DESK : Look.DESK.withoutScript())
                .signsIn(worker.email(), SomeUsers.PASSWORD)) {
            home.opens("/missions").follows("Mes clients").reads("Avoir un seul client est permis");
            if (script) home.seesNoBarrier().keepsAtBothWidths("mes-clients");
            home.page().locator("main input[name=arret]").first().check();
            home.page().locator("#besoin").fill("3500");
            home.presses("Voir mois par mois").page().waitForLoadState();
            home.reads("L’argent mois par mois").reads("celui que vous avez indiqué");
            if (script) home.seesNoBarrier().keepsAtBothWidths("mes-clients-et-si");
        }
    }
}
