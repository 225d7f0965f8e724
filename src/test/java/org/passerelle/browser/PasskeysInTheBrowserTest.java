package org.passerelle.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.SomeUsers;
import org.passerelle.testing.Client;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PasserelleTest
@DisplayName("A passkey opens the door: its challenge serves once, and only its owner removes it")
class PasskeysInTheBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    Identity identity;

    @Test
    void added_used_not_replayed_and_removed_by_its_owner_only() {
        var who = SomeUsers.someone(identity, Role.FREELANCER);
        var sent = new AtomicReference<>("");
        var cookie = new AtomicReference<>("");
        try (var visitor = Visitor.arrives(port, Look.DESK)) {
            hasDevice(visitor);
            visitor.signsIn(who.email(), SomeUsers.PASSWORD).opens("/sessions").presses("Ajouter une clé d’accès");
            visitor.page().waitForSelector("li[id^=key-]");
            visitor.seesNoBarrier();
            var key = visitor.page().locator("li[id^=key-]").getAttribute("id").substring(4);

            visitor.page().context().clearCookies();
            visitor.opens("/connexion").seesNoBarrier();
            visitor.page().onRequest(request -> {
                if (!request.url().contains("/connexion/cle?")) return;
                sent.set(request.postData());
            });
            visitor.page().onResponse(response -> {
                if (!response.url().endsWith("/cle/epreuve")) return;
                cookie.set(response.headerValue("set-cookie"));
            });
            visitor.presses("Se connecter avec une clé d’accès").arrivesAt(url -> !url.contains("/connexion"));
            visitor.opens("/sessions").reads("Clés d’accès");

            var replay = new Client(port);
            replay.get("/connexion");
            replay.cookies().put("epreuve", cookie.get().replaceAll("(?s).*epreuve=([^;]+);.*", "$1"));
            var answer = replay.send(
                    "POST", "/connexion/cle", "application/json", sent.get().getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("plus valable");

            var stranger = new Client(port);
            stranger.signIn(SomeUsers.someone(identity, Role.FREELANCER).email(), SomeUsers.PASSWORD);
            stranger.get("/sessions");
            assertThat(stranger.post("/sessions/cles/" + key + "/retrait", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            visitor.opens("/sessions");
            assertThat(visitor.page().locator("#key-" + key).count()).isEqualTo(1);
            visitor.presses("Retirer cette clé").reads("La clé d’accès est retirée.");
            assertThat(visitor.page().locator("#key-" + key).count()).isZero();
        }
    }

    private static void hasDevice(Visitor visitor) {
        var chrome = visitor.page().context().newCDPSession(visitor.page());
        chrome.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var yes :
                new String[] {"hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation"
                }) {
            options.addProperty(yes, true);
        }
        var device = new JsonObject();
        device.add("options", options);
        chrome.send("WebAuthn.addVirtualAuthenticator", device);
    }
}
