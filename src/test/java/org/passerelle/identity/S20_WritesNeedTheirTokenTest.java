package org.passerelle.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PasserelleTest
@DisplayName("S-20: every write needs the token of its own session and comes from this site")
class S20_WritesNeedTheirTokenTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Identity identity;

    @LocalServerPort
    int port;

    @Test
    void without_a_token_with_anothers_and_from_another_site_each_write_is_refused() {
        var me = signedIn();
        var other = signedIn();
        var mine = me.token();
        assertThat(Handlers.all(mapping).stream().filter(Handlers.Handler::writes))
                .isNotEmpty();
        for (var handler : Handlers.all(mapping)) {
            // signed by who sends it: CardPaymentsTest
            if (!handler.writes() || handler.pathWith(_ -> "").equals("/notifications/carte")) continue;
            var path = handler.pathWith(_ -> UUID.randomUUID().toString());
            assertThat(me.token("").post(path, Map.of()).statusCode())
                    .as("no token: " + handler)
                    .isEqualTo(403);
            assertThat(me.token(other.token()).post(path, Map.of()).statusCode())
                    .as("another's token: " + handler)
                    .isEqualTo(403);
            me.token(mine);
            assertThat(me.with("Sec-Fetch-Site", "cross-site")
                            .post(path, Map.of())
                            .statusCode())
                    .as("another site: " + handler)
                    .isEqualTo(403);
            assertThat(me.with("Sec-Fetch-Site", "same-site")
                            .post(path, Map.of())
                            .statusCode())
                    .as("a neighbour of the site: " + handler)
                    .isEqualTo(403);
            me.with("Sec-Fetch-Site", "");
            assertThat(me.with("Origin", "https://example.com")
                            .post(path, Map.of())
                            .statusCode())
                    .as("another origin: " + handler)
                    .isEqualTo(403);
            me.with("Origin", "");
        }
    }

    @Test
    void htmx_sends_it_as_a_header() {
        var me = signedIn();
        var answer = me.send(
                "POST", "/sessions/" + UUID.randomUUID() + "/fin", "application/x-www-form-urlencoded", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private Client signedIn() {
        var client = new Client(port);
        client.signIn(SomeUsers.someone(identity, Role.FREELANCER).email(), SomeUsers.PASSWORD);
        client.get("/sessions");
        return client;
    }
}
