package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.PASSWORD;
import static org.passerelle.identity.SomeUsers.someone;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.identity.core.TotpCodes;
import org.passerelle.identity.store.FactorStore;
import org.passerelle.identity.web.AccessGate;
import org.passerelle.testing.Client;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@TestPropertySource(properties = "passerelle.sign-in.second-factor=required")
@DisplayName("S-01, S-06: with one factor only, nobody who looks after others reaches a page; dear acts ask again")
class S01_SecondFactorTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Identity identity;

    @Autowired
    SecondFactor factors;

    @Autowired
    FactorStore store;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Client browser;

    @BeforeEach
    void a_browser() {
        browser = new Client(port);
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GESTIONNAIRE", "PAYROLL", "DIRECTOR", "ADMINISTRATOR"})
    void with_a_password_alone_no_page_and_no_form_opens(Role role) {
        var someone = someone(identity, role);
        browser.signIn(someone.email(), PASSWORD);
        browser.get("/sessions");
        var who = new SignedIn(
                someone.user().id(), someone.user().group(), "x", Map.of(someone.operator(), java.util.Set.of(role)));
        var reached = new TreeSet<String>();
        int asked = 0;
        for (var handler : Handlers.all(mapping)) {
            if (!AccessGate.isOpen(handler.code(), who) || AccessGate.isOpen(handler.code(), null)) continue;
            if (handler.path().startsWith("/sessions") || handler.path().startsWith("/connexion")) continue;
            asked++;
            var path = handler.pathWith(name -> name.equals("operator")
                    ? someone.operator().toString()
                    : UUID.randomUUID().toString());
            var answer = handler.writes() ? browser.post(path, Map.of()) : browser.get(path);
            if (answer.statusCode() != 303 || !locationOf(answer).equals("/sessions/codes")) {
                reached.add(handler + " " + answer.statusCode());
            }
        }
        assertThat(reached).isEmpty();
        assertThat(asked).isGreaterThan(5);
    }

    @Test
    void a_freelancer_may_work_with_a_password_alone() {
        browser.signIn(someone(identity, Role.FREELANCER).email(), PASSWORD);
        assertThat(browser.get("/mon-mois").statusCode()).isNotEqualTo(303);
    }

    @Test
    void an_application_is_registered_and_the_page_opens() {
        var someone = someone(identity, Role.ADMINISTRATOR);
        browser.signIn(someone.email(), PASSWORD);
        browser.get("/sessions/codes");
        assertThat(browser.post("/sessions/codes/debut", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.get("/sessions/codes").body()).contains("viewBox", "Premier code");
        assertThat(browser.post("/sessions/codes", Map.of("code", "000000")).statusCode())
                .isEqualTo(422);
        var answer = browser.post("/sessions/codes", Map.of("code", code(someone)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}");
        assertThat(browser.get("/bureau").statusCode()).isNotEqualTo(303);
    }

    @Test
    void the_sign_in_asks_for_the_code_and_until_then_opens_nothing() {
        var someone = registered(Role.GESTIONNAIRE);
        assertThat(locationOf(browser.signIn(someone.email(), PASSWORD))).startsWith("/connexion/code");
        assertThat(locationOf(browser.get("/bureau"))).startsWith("/connexion");
        assertThat(locationOf(browser.get("/sessions"))).startsWith("/connexion");
        var before = browser.cookies().get("passerelle");
        browser.get("/connexion/code");
        assertThat(browser.post("/connexion/code", Map.of("code", "123456")).statusCode())
                .isEqualTo(422);
        clock.move(Duration.ofSeconds(30));
        var answer = browser.post("/connexion/code", Map.of("code", code(someone), "suite", "/sessions"));
        assertThat(locationOf(answer)).isEqualTo("/sessions");
        assertThat(browser.cookies().get("passerelle")).isNotEqualTo(before);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(new Client(port).get("/connexion/code").statusCode()).isEqualTo(303);
    }

    @Test
    void the_step_lives_ten_minutes() {
        var someone = registered(Role.GESTIONNAIRE);
        browser.signIn(someone.email(), PASSWORD);
        browser.get("/connexion/code");
        clock.move(Duration.ofMinutes(11));
        assertThat(browser.post("/connexion/code", Map.of("code", code(someone)))
                        .statusCode())
                .isEqualTo(403);
        assertThat(locationOf(browser.get("/connexion/code"))).isEqualTo("/connexion");
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(303);
    }

    @Test
    void S06_ten_minutes_later_a_change_of_factors_asks_again() {
        var someone = registered(Role.GESTIONNAIRE);
        signedIn(someone);
        clock.move(Duration.ofMinutes(11));
        browser.get("/sessions/codes");
        assertThat(locationOf(browser.post("/sessions/codes/retrait", Map.of())))
                .startsWith("/connexion/confirmation");
        assertThat(factors.makesCodes(someone.user().id())).isTrue();

        var page = browser.get("/connexion/confirmation?suite=/sessions/codes");
        assertThat(page.body()).contains("C’est bien vous");
        var before = browser.cookies().get("passerelle");
        var confirmed =
                browser.post("/connexion/confirmation", Map.of("code", code(someone), "suite", "/sessions/codes"));
        assertThat(locationOf(confirmed)).isEqualTo("/sessions/codes");
        assertThat(browser.cookies().get("passerelle")).isNotEqualTo(before);
        browser.get("/sessions/codes");
        assertThat(locationOf(browser.post("/sessions/codes/retrait", Map.of())))
                .isEqualTo("/sessions/codes");
        assertThat(factors.makesCodes(someone.user().id())).isFalse();
    }

    @Test
    void S06_a_payment_file_asks_again() {
        var someone = registered(Role.DIRECTOR);
        signedIn(someone);
        clock.move(Duration.ofMinutes(11));
        browser.get("/sessions");
        var path = "/bureau/" + someone.operator() + "/virements/fichiers";
        assertThat(locationOf(browser.post(path, Map.of("date", "09/11/2026")))).startsWith("/connexion/confirmation");
    }

    @Test
    void S06_a_stolen_password_registers_no_application_beside_a_passkey_or_another() {
        var someone = registered(Role.FREELANCER);
        var thief = new Client(port);
        assertThat(locationOf(thief.signIn(someone.email(), PASSWORD))).startsWith("/connexion/code");
        thief.get("/connexion/code");
        assertThat(locationOf(thief.post("/sessions/codes/debut", Map.of()))).startsWith("/connexion");
        assertThat(factors.waiting(someone.user().id())).isEmpty();
    }

    private SomeUsers.Someone registered(Role role) {
        var someone = someone(identity, role);
        factors.start(someone.user().id());
        assertThat(factors.confirm(someone.user().id(), code(someone))).hasSize(10);
        return someone;
    }

    private void signedIn(SomeUsers.Someone someone) {
        browser.signIn(someone.email(), PASSWORD);
        browser.get("/connexion/code");
        clock.move(Duration.ofSeconds(30));
        assertThat(browser.post("/connexion/code", Map.of("code", code(someone)))
                        .statusCode())
                .isEqualTo(303);
    }

    private String code(SomeUsers.Someone someone) {
        return TotpCodes.at(store.totp(someone.user().id()).orElseThrow().secret(), clock.instant());
    }

    private static String locationOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("none: " + answer.statusCode());
    }
}
