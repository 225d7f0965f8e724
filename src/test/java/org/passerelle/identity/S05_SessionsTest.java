package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.testing.Client;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PasserelleTest
@DisplayName("S-05: a session is new at each sign-in, ends in time, and can be seen and ended by its owner")
class S05_SessionsTest {

    @Autowired
    Identity identity;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient sql;

    @LocalServerPort
    int port;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void the_cookie_is_http_only_same_site_and_host_bound_over_https() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var plain = new Client(port).signIn(who.email(), SomeUsers.PASSWORD);
        assertThat(plain.statusCode()).isEqualTo(303);
        assertThat(plain.headers().firstValue("set-cookie").orElseThrow())
                .startsWith("passerelle=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void a_session_known_before_the_sign_in_is_not_taken_over() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var client = new Client(port);
        client.cookies().put("passerelle", "AAAAAAAAAAAAAAAAAAAAAA");
        client.signIn(who.email(), SomeUsers.PASSWORD);
        var first = client.cookies().get("passerelle");
        assertThat(first).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA").hasSize(22);
        client.signIn(who.email(), SomeUsers.PASSWORD);
        assertThat(client.cookies().get("passerelle")).isNotEqualTo(first);
        var old = new Client(port);
        old.cookies().put("passerelle", first);
        assertThat(old.get("/sessions").statusCode()).isEqualTo(303);
    }

    @Test
    void after_the_sign_out_the_token_opens_nothing() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var client = signedIn(who);
        var token = client.cookies().get("passerelle");
        client.get("/sessions");
        assertThat(client.post("/deconnexion", Map.of()).statusCode()).isEqualTo(303);
        client.cookies().put("passerelle", token);
        assertThat(client.get("/sessions").statusCode()).isEqualTo(303);
    }

    @Test
    void somebody_shut_out_is_out_at_once() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var client = signedIn(who);
        identity.disable(who.user().id());
        assertThat(client.get("/sessions").statusCode()).isEqualTo(303);
        assertThat(new Client(port).signIn(who.email(), SomeUsers.PASSWORD).statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest(name = "{0}: unused for {1} minutes, signed in: {2}")
    @CsvSource({
        "FREELANCER, 119, true",
        "FREELANCER, 121, false",
        "GESTIONNAIRE, 29, true",
        "GESTIONNAIRE, 31, false",
        "PAYROLL, 31, false",
        "DIRECTOR, 31, false",
        "ADMINISTRATOR, 31, false"
    })
    void it_ends_when_it_is_not_used(Role role, int minutes, boolean alive) {
        var client = signedIn(SomeUsers.someone(identity, role));
        clock.move(Duration.ofMinutes(minutes));
        assertThat(client.get("/sessions").statusCode()).isEqualTo(alive ? 200 : 303);
    }

    @ParameterizedTest(name = "{0}: used all the time, after {1} hours: {2}")
    @CsvSource({"FREELANCER, 167, true", "FREELANCER, 169, false", "GESTIONNAIRE, 11, true", "GESTIONNAIRE, 13, false"})
    void it_ends_in_any_case(Role role, int hours, boolean alive) {
        var client = signedIn(SomeUsers.someone(identity, role));
        for (int i = 0; i < hours * 3; i++) {
            clock.move(Duration.ofMinutes(20));
            if (i % 1 == 0 && client.get("/sessions").statusCode() != 200) break;
        }
        assertThat(client.get("/sessions").statusCode()).isEqualTo(alive ? 200 : 303);
    }

    @Test
    void the_owner_sees_and_ends_their_sessions_and_nobody_elses() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var here = signedIn(who);
        var there = signedIn(who);
        var stranger = signedIn(SomeUsers.someone(identity, Role.FREELANCER));
        var page = here.get("/sessions").body();
        var matcher =
                java.util.regex.Pattern.compile("/sessions/([0-9a-f-]{36})/fin").matcher(page);
        assertThat(matcher.find()).isTrue();
        var other = matcher.group(1);
        stranger.get("/sessions");
        assertThat(stranger.post("/sessions/" + other + "/fin", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(there.get("/sessions").statusCode()).isEqualTo(200);
        assertThat(here.post("/sessions/" + other + "/fin", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(there.get("/sessions").statusCode()).isEqualTo(303);
    }

    @Test
    void the_token_itself_is_nowhere_in_the_database() {
        var client = signedIn(SomeUsers.someone(identity, Role.FREELANCER));
        assertThat(client.cookies().get("passerelle")).hasSize(22);
        assertThat(sql.sql("select has_table_privilege('identity.web_session', 'select')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private Client signedIn(SomeUsers.Someone who) {
        var client = new Client(port);
        assertThat(client.signIn(who.email(), SomeUsers.PASSWORD).statusCode()).isEqualTo(303);
        return client;
    }
}
