package org.passerelle.clientspace.card;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where the provider of cards tells what happened. Forged or late: 401, and nothing is written. The signature
/// stands in for the form's token, which a provider cannot have.
@Controller
@OpenToVisitors
class CardMessagesPage {

    private static final Logger LOG = LoggerFactory.getLogger(CardMessagesPage.class);
    private static final int MOST_BYTES = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Cards cards;
    private final Clock clock;

    CardMessagesPage(Cards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    @PostMapping("/notifications/carte")
    ResponseEntity<Void> take(
            @RequestHeader(name = "Passerelle-Signature", defaultValue = "") String signature, InputStream body)
            throws IOException {
        var bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) return ResponseEntity.status(413).build();
        return ResponseEntity.status(take(signature, bytes)).build();
    }

    int take(String signature, byte[] body) {
        var provider = cards.provider();
        if (provider.isEmpty() || !SignedBody.isRight(provider.get().secret(), signature, body, clock.instant())) {
            return 401;
        }
        try {
            var message = read(JSON.readTree(body));
            Scopes.run(Scope.of("card-provider", message.operator()), () -> cards.take(message));
            return 204;
        } catch (JacksonException | IllegalArgumentException | NoSuchElementException e) {
            LOG.warn("a message of the card provider cannot be read");
            return 422;
        }
    }

    private static CardMessage read(JsonNode json) {
        return new CardMessage(
                text(json, "id"),
                new OperatorId(UUID.fromString(text(json, "operator"))),
                UUID.fromString(text(json, "payment")),
                CardMessage.Kind.valueOf(text(json, "kind")),
                cents(json, "amount"),
                cents(json, "fee"),
                Instant.ofEpochSecond(json.path("at").asLong(0)));
    }

    private static Money cents(JsonNode json, String name) {
        long cents = json.path(name).asLong(-1);
        if (cents < 0) throw new IllegalArgumentException(name);
        return Money.ofCents(cents);
    }

    private static String text(JsonNode json, String name) {
        var value = json.path(name).asString("");
        if (value.isEmpty() || value.length() > 100) throw new IllegalArgumentException(name);
        return value;
    }
}
