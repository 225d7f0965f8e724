package org.passerelle.clientspace.card;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.kernel.Money;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The double of a provider: a page that takes no card, and messages signed as a real one signs them. Its fee is 1.5 %
/// and 25 cents. It forgets everything when the program stops.
@Component
@Conditional(CardsOfTheDemo.class)
class LocalCards implements CardProvider {

    private static final int KEPT = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<UUID, Request> requests = new ConcurrentHashMap<>();
    private final byte[] secret = new byte[32];
    private final Clock clock;

    LocalCards(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(secret);
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String page(Request request) {
        if (requests.size() >= KEPT) requests.clear();
        requests.put(request.payment(), request);
        return "/carte-essai/" + request.payment();
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    Optional<Request> request(UUID payment) {
        return Optional.ofNullable(requests.get(payment));
    }

    /// A message and its signature.
    record Sent(String signature, byte[] body) {}

    Sent message(Request request, CardMessage.Kind kind) {
        var fee = kind == CardMessage.Kind.SUCCEEDED ? fee(request.amount()) : Money.ZERO;
        var said = JSON.createObjectNode()
                .put("id", "msg_" + UUID.randomUUID())
                .put("operator", request.operator().toString())
                .put("payment", request.payment().toString())
                .put("kind", kind.name())
                .put("amount", request.amount().cents())
                .put("fee", fee.cents())
                .put("at", clock.instant().getEpochSecond());
        var body = said.toString().getBytes(StandardCharsets.UTF_8);
        return new Sent(SignedBody.sign(secret, clock.instant(), body), body);
    }

    private static Money fee(Money amount) {
        return Money.ofCents(Math.min(amount.cents(), amount.cents() * 15 / 1_000 + 25));
    }
}
