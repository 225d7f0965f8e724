package org.passerelle.browser;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.testing.PasserelleTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("S-21: the home page keeps the content security policy and has no barrier, however it is looked at")
class S21_HomePageInTheBrowserTest {

    @LocalServerPort
    int port;

    static Stream<Look> looks() {
        return Stream.of(Look.PHONE, Look.DESK, Look.PHONE.inTheDark(), Look.DESK.inTheDark());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("looks")
    void it_says_what_this_is_and_leads_to_the_question(Look look) {
        try (var visitor = Visitor.arrives(port, look)) {
            visitor.opens("/")
                    .reads("Puis-je facturer ce client ?")
                    .seesNoBarrier()
                    .keeps("accueil");
        }
    }

    @Test
    void it_speaks_english_by_a_switch_that_is_remembered() {
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            visitor.opens("/");
            visitor.page().locator("a[hreflang=en]").click();
            visitor.reads("May I invoice this client?")
                    .opens("/")
                    .reads("May I invoice this client?")
                    .keeps("home-en");
        }
    }

    @Test
    void it_works_without_javascript() {
        try (var visitor = Visitor.arrives(port, Look.PHONE.withoutScript())) {
            visitor.opens("/").reads("Puis-je facturer ce client ?");
            visitor.page().locator("a[data-theme-switch]").click();
            visitor.keeps("accueil-sombre");
        }
    }
}
