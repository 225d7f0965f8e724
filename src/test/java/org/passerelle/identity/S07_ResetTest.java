package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.identity.SomeUsers.PASSWORD;
import static org.passerelle.identity.SomeUsers.someone;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.core.TotpCodes;
import org.passerelle.identity.store.FactorStore;
import org.passerelle.platform.mail.Mailbox;
import org.passerelle.testing.Client;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(Mailbox.class)
@DisplayName(
        "S-07: a reset link serves once, for ten minutes, in the browser that asked; never around the second factor")
class S07_ResetTest {

    private static final Pattern LINK =
            Pattern.compile("http://localhost:\\d+(/connexion/nouveau\\?jeton=([\\w-]{22}))");
    private static final String NEW = "une autre rivière, un autre chemin";

    @Autowired
    Identity identity;

    @Autowired
    SecondFactor factors;

    @Autowired
    FactorStore store;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Client browser;
    private SomeUsers.Someone someone;

    @BeforeEach
    void somebody_forgot() {
        mailbox.collect();
        browser = new Client(port);
        someone = someone(identity, Role.FREELANCER);
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void a_link_sets_a_password_once_and_ends_every_session() {
        var elsewhere = new Client(port);
        elsewhere.signIn(someone.email(), PASSWORD);
        assertThat(elsewhere.get("/sessions").statusCode()).isEqualTo(200);

        var token = asked(someone.email());
        assertThat(browser.get("/connexion/nouveau?jeton=" + token).statusCode())
                .isEqualTo(200);
        assertThat(set(token, "court").statusCode()).isEqualTo(422);
        assertThat(set(token, NEW).headers().firstValue("location")).hasValue("/connexion");

        clock.move(Duration.ofSeconds(2));
        assertThat(elsewhere.get("/sessions").statusCode()).isEqualTo(303);
        assertThat(new Client(port).signIn(someone.email(), PASSWORD).statusCode())
                .isEqualTo(422);
        assertThat(new Client(port).signIn(someone.email(), NEW).statusCode()).isEqualTo(303);
        assertThat(set(token, "encore une autre rivière bleue").statusCode()).isEqualTo(422);
    }

    @Test
    void late_it_serves_no_more() {
        var token = asked(someone.email());
        clock.move(Duration.ofMinutes(10));
        assertThat(browser.get("/connexion/nouveau?jeton=" + token).statusCode())
                .isEqualTo(303);
        assertThat(set(token, NEW).statusCode()).isEqualTo(422);
    }

    @Test
    void in_another_browser_it_serves_nothing() {
        var token = asked(someone.email());
        var thief = new Client(port);
        thief.get("/connexion/oubli");
        thief.cookies().put("oubli", "a".repeat(22));
        assertThat(thief.get("/connexion/nouveau?jeton=" + token).statusCode()).isEqualTo(303);
        assertThat(thief.post("/connexion/nouveau", Map.of("jeton", token, "password", NEW))
                        .statusCode())
                .isEqualTo(422);
        assertThat(set(token, NEW).statusCode()).isEqualTo(303);
    }

    @Test
    void a_second_link_ends_the_first() {
        var first = asked(someone.email());
        var second = asked(someone.email());
        assertThat(set(first, NEW).statusCode()).isEqualTo(422);
        assertThat(set(second, NEW).statusCode()).isEqualTo(303);
    }

    @Test
    void whether_somebody_has_the_address_is_not_told() {
        browser.get("/connexion/oubli");
        var unknown = browser.post("/connexion/oubli", Map.of("username", "personne@example.org"));
        assertThat(mailbox.collect()).isEmpty();
        var other = new Client(port);
        other.get("/connexion/oubli");
        var known = other.post("/connexion/oubli", Map.of("username", someone.email()));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(known.headers().firstValue("location"))
                .isEqualTo(unknown.headers().firstValue("location"));
        assertThat(other.get("/connexion").body()).contains("Si cette adresse est connue");
    }

    @Test
    void nobody_is_flooded_with_mails() {
        for (int i = 0; i < 8; i++) {
            browser.get("/connexion/oubli");
            browser.post("/connexion/oubli", Map.of("username", someone.email()));
        }
        assertThat(mailbox.collectFor(someone.email())).hasSize(5);
    }

    @Test
    void it_never_goes_around_the_second_factor() {
        factors.start(someone.user().id());
        assertThat(factors.confirm(
                        someone.user().id(),
                        TotpCodes.at(
                                store.totp(someone.user().id()).orElseThrow().secret(), clock.instant())))
                .hasSize(10);
        var token = asked(someone.email());
        assertThat(set(token, NEW).statusCode()).isEqualTo(303);
        assertThat(browser.get("/sessions").statusCode()).isEqualTo(303);
        assertThat(browser.signIn(someone.email(), NEW).headers().firstValue("location"))
                .hasValue("/connexion/code");
    }

    private String asked(String email) {
        browser.get("/connexion/oubli");
        assertThat(browser.post("/connexion/oubli", Map.of("username", email)).statusCode())
                .isEqualTo(303);
        var mails = mailbox.collectFor(email);
        assertThat(mails).hasSize(1);
        var link = LINK.matcher(mails.getFirst().text());
        assertThat(link.find()).as(mails.getFirst().text()).isTrue();
        return link.group(2);
    }

    private HttpResponse<String> set(String token, String password) {
        browser.get("/connexion/oubli");
        return browser.post("/connexion/nouveau", Map.of("jeton", token, "password", password));
    }
}
