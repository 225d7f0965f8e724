package org.passerelle.contracts;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.contracts.store.InvitationStore;
import org.passerelle.contracts.store.InvitationStore.Invitation;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Vault;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The client's way in without an account: a link by mail that is good for one signature, then a code by mail. Both are
/// kept as hashes only. The link names its operator, so that nothing of any other is looked at.
@Component
public class Invitations {

    private static final int SECRET_BYTES = 24;
    private static final int OPERATOR_BYTES = 16;
    private static final int MOST_CODES = 5;
    private static final int MOST_WRONG = 5;
    private static final int CODES = 1_000_000;
    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final InvitationStore store;
    private final Vault vault;
    private final Outbox outbox;
    private final Clock clock;
    private final String address;
    private final Texts texts = Texts.in(Language.FR);

    Invitations(InvitationStore store, Vault vault, Outbox outbox, Clock clock, Environment settings) {
        this.store = store;
        this.vault = vault;
        this.outbox = outbox;
        this.clock = clock;
        this.address = settings.getProperty(
                "passerelle.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
    }

    /// What became of a code that was asked for or given.
    public enum Code {
        SENT,
        RIGHT,
        WRONG,
        TOO_LATE,
        TOO_MANY
    }

    /// A link that leads to a paper.
    ///
    /// @param email masked: `c…@example.org`
    /// @param live whether it may still be signed with
    public record Link(OperatorId operator, ContractId contract, String email, boolean live, boolean codeSent) {}

    /// A link for the client's signature, mailed.
    @Transactional(propagation = Propagation.MANDATORY)
    void invite(Contract contract, Client client, String house) {
        var sent = Objects.requireNonNull(contract.sent());
        var made = make(contract, client, sent);
        outbox.queue(
                "contract.to_sign." + made.id(),
                new Mail(
                        client.email(),
                        texts.localize("contracts.mail.sign.subject", line(house)),
                        texts.localize(
                                "contracts.mail.sign.text",
                                client.name(),
                                house,
                                address + path(made.token()),
                                texts.date(org.passerelle.platform.time.Days.of(sent.expiresAt())))));
    }

    private record Made(UUID id, String token) {}

    private Made make(Contract contract, Client client, Contract.Sent sent) {
        var secret = new byte[SECRET_BYTES];
        CHANCE.nextBytes(secret);
        var token = token(contract.operator(), secret);
        var id = UUID.randomUUID();
        store.insert(
                new Invitation(
                        contract.operator(),
                        id,
                        contract.id(),
                        client.email(),
                        sent.expiresAt(),
                        null,
                        null,
                        0,
                        0,
                        null),
                hash(token),
                now());
        return new Made(id, token);
    }

    /// Another way to the same paper, for a client who came with a link of its own; a code by mail is asked as ever.
    ///
    /// @return the path of the page; empty for a paper that was never sent or is not this client's
    @Transactional
    public Optional<String> path(Contract contract, Client client) {
        var sent = contract.sent();
        if (sent == null || !client.id().equals(contract.client())) return Optional.empty();
        return Optional.of(path(make(contract, client, sent).token()));
    }

    private static String path(String token) {
        return "/signature/" + token;
    }

    /// Which operator's scope the link needs; empty for what is no link.
    public static Optional<OperatorId> operatorOf(String token) {
        var bytes = bytes(token);
        if (bytes == null) return Optional.empty();
        var buffer = ByteBuffer.wrap(bytes);
        return Optional.of(new OperatorId(new UUID(buffer.getLong(), buffer.getLong())));
    }

    /// @throws java.util.NoSuchElementException for what is no link
    public OperatorId operator(String token) {
        return operatorOf(token).orElseThrow();
    }

    /// Within the scope of its operator.
    @Transactional(readOnly = true)
    public Optional<Link> find(OperatorId operator, String token) {
        return store.find(operator, hash(token)).map(one -> link(one));
    }

    private Link link(Invitation one) {
        var until = one.codeUntil();
        boolean live = one.usedAt() == null && clock.instant().isBefore(one.expiresAt());
        boolean sent = until != null && clock.instant().isBefore(until);
        return new Link(one.operator(), one.contract(), masked(one.email()), live, sent);
    }

    /// Mails a new code; the one before does not open any more.
    @Transactional
    public Code sendCode(OperatorId operator, String token) {
        var one = store.lock(operator, hash(token)).orElseThrow();
        if (!link(one).live()) return Code.TOO_LATE;
        if (one.codesSent() >= MOST_CODES || one.wrongCodes() >= MOST_WRONG) return Code.TOO_MANY;
        var code = "%06d".formatted(CHANCE.nextInt(CODES));
        store.codeSent(one, mark(one, code), now().plus(CODE_LIFE));
        outbox.queue(
                "contract.code." + one.id() + "." + one.codesSent(),
                new Mail(
                        one.email(),
                        texts.localize("contracts.mail.code.subject"),
                        texts.localize("contracts.mail.code.text", code, CODE_LIFE.toMinutes())));
        return Code.SENT;
    }

    /// Whether the code is the one that was mailed; a wrong one is counted even when nothing else is written.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Code check(OperatorId operator, String token, String code) {
        var one = store.lock(operator, hash(token)).orElseThrow();
        if (!link(one).live()) return Code.TOO_LATE;
        if (one.wrongCodes() >= MOST_WRONG) return Code.TOO_MANY;
        var mark = one.codeMark();
        var until = one.codeUntil();
        if (mark == null || until == null || !clock.instant().isBefore(until)) return Code.TOO_LATE;
        if (MessageDigest.isEqual(mark, mark(one, code.strip()))) return Code.RIGHT;
        store.wrongCode(one);
        return Code.WRONG;
    }

    /// The e-mail that the link was sent to.
    @Transactional(readOnly = true)
    public String email(OperatorId operator, String token) {
        return store.find(operator, hash(token)).orElseThrow().email();
    }

    /// The link is spent: it shows the paper and signs nothing any more.
    @Transactional
    public void spend(OperatorId operator, String token) {
        store.lock(operator, hash(token)).ifPresent(one -> store.used(one, now()));
    }

    private byte[] mark(Invitation one, String code) {
        return vault.fingerprint(one.operator(), "contract.code", one.id() + "|" + code);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String masked(String email) {
        return email.charAt(0) + "…" + email.substring(email.indexOf('@'));
    }

    /// A name as a line of a mail's head.
    private static String line(String text) {
        return Arrays.stream(text.split("\\p{Cntrl}+", -1)).collect(java.util.stream.Collectors.joining(" "));
    }
}
