package org.passerelle.clientspace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.store.LinkStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The links by which clients reach their pages. A link names its operator, so that nothing of any other is looked at;
/// only its hash is kept.
@Service
public class ClientLinks {

    /// How long a link opens.
    public static final Duration LIFE = Duration.ofDays(60);

    private static final int SECRET_BYTES = 24;
    private static final int OPERATOR_BYTES = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final LinkStore store;
    private final Clients clients;
    private final Operators operators;
    private final Outbox outbox;
    private final Intents intents;
    private final Trail trail;
    private final Clock clock;
    private final String address;
    private final Texts texts = Texts.in(Language.FR);

    ClientLinks(
            LinkStore store,
            Clients clients,
            Operators operators,
            Outbox outbox,
            Intents intents,
            Trail trail,
            Clock clock,
            Environment settings) {
        this.store = store;
        this.clients = clients;
        this.operators = operators;
        this.outbox = outbox;
        this.intents = intents;
        this.trail = trail;
        this.clock = clock;
        this.address = settings.getProperty(
                "passerelle.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
    }

    /// A new link, mailed to the client. Those before it go on opening until they end or are revoked.
    ///
    /// @param asksDays whether the client shall approve the days of the missions
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    @Transactional
    public void send(OperatorId operator, ClientId to, boolean asksDays, UUID intent) {
        var client = clients.get(to);
        var wish = intents.wish(operator, intent, "client.link", to, asksDays);
        if (wish.isDone()) return;
        var house = operators.get(operator).name();
        var made = make(client, asksDays, intent);
        outbox.queue(
                "client.link." + made.link().id(),
                new Mail(
                        client.email(),
                        texts.localize("clientspace.mail.subject", line(house)),
                        texts.localize(
                                "clientspace.mail.text",
                                client.name(),
                                house,
                                made.address(),
                                texts.date(Days.of(made.link().expiresAt())))));
        intents.keep(wish);
        trail.record(operator, "client.link_sent", "client", to.toString(), Map.of());
    }

    /// A link and its address, for a mail that is being written; the address is kept nowhere else.
    public record Made(ClientLink link, String address) {}

    /// A link for a mail of another module, such as a reminder. It asks what the newest one asked.
    ///
    /// @param intent made by the caller, once per mail
    @Transactional
    public Made forMail(Client client, UUID intent) {
        var before = store.of(client.operator(), client.id());
        return make(client, !before.isEmpty() && before.getFirst().asksDays(), intent);
    }

    private Made make(Client client, boolean asksDays, UUID intent) {
        var secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        var token = token(client.operator(), secret);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var link = new ClientLink(
                client.operator(), UUID.randomUUID(), client.id(), client.email(), asksDays, now, now.plus(LIFE), null);
        store.insert(link, intent, hash(token));
        return new Made(link, address + "/espace/" + token);
    }

    /// No link of this client opens any more. Again changes nothing.
    @Transactional
    public void revoke(OperatorId operator, ClientId client) {
        int ended = store.revoke(operator, client, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (ended == 0) return;
        trail.record(
                operator, "client.link_revoked", "client", client.toString(), Map.of("count", Integer.toString(ended)));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<ClientLink> of(OperatorId operator, ClientId client) {
        return store.of(operator, client);
    }

    /// Which operator's scope the link needs; empty for what is no link.
    public static Optional<OperatorId> operatorOf(String token) {
        var bytes = bytes(token);
        if (bytes == null) return Optional.empty();
        var buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new OperatorId(new UUID(buffer.getLong(), buffer.getLong())));
    }

    /// Within the scope of its operator: the link, live or over; empty when it never was one.
    @Transactional(readOnly = true)
    public Optional<ClientLink> find(OperatorId operator, String token) {
        return store.find(operator, hash(token));
    }

    /// What was looked at with the link goes into the trail.
    ///
    /// @param what `pages`, `invoice`, `file`
    @Transactional
    public void seen(ClientLink link, String what, String which) {
        trail.record(
                link.operator(),
                "client.page_seen",
                "client",
                link.client().toString(),
                which.isEmpty() ? Map.of("page", what) : Map.of("page", what, "number", which));
    }

    /// Whether this address of the network may try now.
    @Transactional
    public boolean mayTry(String from, Instant now) {
        return store.mayTry(from, now);
    }

    private static String token(OperatorId operator, byte[] secret) {
        var all = ByteBuffer.allocate(OPERATOR_BYTES + SECRET_BYTES)
                .putLong(operator.value().getMostSignificantBits())
                .putLong(operator.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private static byte @Nullable [] bytes(String token) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            return bytes.length == OPERATOR_BYTES + SECRET_BYTES ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
