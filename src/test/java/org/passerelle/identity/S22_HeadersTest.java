package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("S-21, S-22: every answer carries the content policy and the headers, errors and files too")
class S22_HeadersTest {

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connexion",
                "/nulle-part",
                "/sessions",
                "/css/frame.css",
                "/css/nulle-part.css",
                "/actuator/health",
                "/actuator/env",
                "/error",
                "/sessions/%20/fin"
            })
    void on(String path) {
        var client = new Client(port);
        check(client.get(path), cache(path));
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        client.signIn(who.email(), SomeUsers.PASSWORD);
        check(client.get(path), cache(path));
    }

    private static String cache(String path) {
        if (!path.startsWith("/css/")) return "no-store";
        return path.contains("nulle-part") ? "" : "max-age=31536000";
    }

    private static void check(java.net.http.HttpResponse<String> answer, String cache) {
        var headers = answer.headers();
        assertThat(headers.allValues("content-security-policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                                + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
        assertThat(headers.firstValue("x-frame-options")).contains("DENY");
        assertThat(headers.firstValue("referrer-policy")).contains("same-origin");
        assertThat(headers.firstValue("cross-origin-opener-policy")).contains("same-origin");
        assertThat(headers.firstValue("cross-origin-resource-policy")).contains("same-origin");
        assertThat(String.join(",", headers.allValues("vary"))).containsIgnoringCase("HX-Request");
        assertThat(headers.firstValue("cache-control").orElse("")).contains(cache);
        assertThat(headers.firstValue("server")).isEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "at org.");
    }
}
