package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@PasserelleTest
@TestPropertySource(properties = "PASSERELLE_TRUSTED_PROXY=127\\\\.0\\\\.0\\\\.1|0:0:0:0:0:0:0:1|::1")
@DisplayName("S-05, S-22: behind the proxy that ends TLS, cookies are bound to the host and never leave in the clear")
class S05_OverHttpsTest {

    private static final String SESSION = "__Host-passerelle";

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    @Test
    void every_cookie_of_the_sign_in_is_secure_http_only_and_same_site() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var answer = overHttps().signIn(who.email(), SomeUsers.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith(SESSION + "="))
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=", "Path=/"))
                .filteredOn(cookie -> cookie.startsWith("__Host-"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").doesNotContain("Domain"));
    }

    @Test
    void every_answer_says_that_this_host_is_never_asked_in_the_clear() {
        for (var path : new String[] {"/", "/connexion", "/nulle-part", "/css/frame.css", "/sessions"}) {
            assertThat(transport(overHttps().get(path)))
                    .as(path)
                    .contains("max-age=31536000")
                    .containsIgnoringCase("includeSubDomains");
        }
        assertThat(transport(new Client(port).get("/"))).as("in the clear").isEmpty();
    }

    @Test
    void the_id_is_new_at_sign_in_and_dead_after_sign_out() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var client = overHttps();
        client.cookies().put(SESSION, "AAAAAAAAAAAAAAAAAAAAAA");
        client.signIn(who.email(), SomeUsers.PASSWORD);
        var token = client.cookies().get(SESSION);
        assertThat(token).isNotEqualTo("AAAAAAAAAAAAAAAAAAAAAA").hasSize(22);
        assertThat(client.get("/sessions").statusCode()).isEqualTo(200);

        assertThat(client.post("/deconnexion", Map.of()).statusCode()).isEqualTo(303);
        assertThat(client.cookies()).doesNotContainKey(SESSION);
        client.cookies().put(SESSION, token);
        assertThat(client.get("/sessions").statusCode()).as("at once").isEqualTo(303);
    }

    @Test
    void a_cookie_without_the_prefix_opens_nothing_over_https() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var client = overHttps();
        client.signIn(who.email(), SomeUsers.PASSWORD);
        var planted = overHttps();
        planted.cookies().put("passerelle", client.cookies().get(SESSION));
        assertThat(planted.get("/sessions").statusCode()).isEqualTo(303);
    }

    private Client overHttps() {
        return new Client(port).with("X-Forwarded-Proto", "https");
    }

    private static String transport(HttpResponse<String> answer) {
        return answer.headers().firstValue("strict-transport-security").orElse("");
    }
}
