package org.passerelle.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.Trail;
import org.passerelle.joining.store.WelcomeStore;
import org.passerelle.joining.store.WelcomeStore.Invitation;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
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

/// The way in: a link by mail to an address that nobody has confirmed yet, good once and for three days at most (S-07).
/// Whoever asks learns nothing about who has an account (S-04); whoever has the link has the address.
@Service
public class Welcome {

    /// How long a link serves.
    public static final Duration LIFE = Duration.ofHours(72);

    private static final int FROM_ONE_ADDRESS = 20;
    private static final int TO_ONE_MAILBOX = 3;
    private static final int BY_ONE_INVITER = 30;

    private final WelcomeStore store;
    private final Joining joining;
    private final Identity identity;
    private final Operators operators;
    private final Outbox outbox;
    private final Intents intents;
    private final Trail trail;
    private final Clock clock;
    private final String address;
    private final Texts texts = Texts.in(Language.FR);

    Welcome(
            WelcomeStore store,
            Joining joining,
            Identity identity,
            Operators operators,
            Outbox outbox,
            Intents intents,
            Trail trail,
            Clock clock,
            Environment settings) {
        this.store = store;
        this.joining = joining;
        this.identity = identity;
        this.operators = operators;
        this.outbox = outbox;
        this.intents = intents;
        this.trail = trail;
        this.clock = clock;
        this.address = settings.getProperty(
                "passerelle.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
    }

    /// A link that leads to a file.
    ///
    /// @param live whether it still serves
    /// @param known whether the address has an account already: then no password is asked for
    public record Link(OperatorId operator, String house, String email, boolean live, boolean known) {}

    /// The entities with which a visitor may open a file, by name.
    @Transactional(readOnly = true)
    public List<Door> doors() {
        return store.doors();
    }

    /// Whether visitors may open a file with the entity by themselves.
    @Transactional
    public void door(OperatorId operator, boolean open) {
        store.door(operator, open);
        trail.record(
                operator,
                open ? "joining.door_opened" : "joining.door_closed",
                "operator",
                operator.toString(),
                Map.of());
    }

    @Transactional(readOnly = true)
    public boolean isOpen(OperatorId operator) {
        return store.doors().stream().anyMatch(door -> door.operator().equals(operator));
    }

    /// Mails a link to a visitor, within the scope of an entity whose door is open.
    ///
    /// @param carried what was typed in a simulation
    /// @param from address of the network
    /// @return false when too many were asked for
    /// @throws NoSuchElementException when the door is closed
    /// @throws InvalidValue `email.format`
    @Transactional
    public boolean ask(OperatorId operator, String email, Map<String, String> carried, String from) {
        if (!isOpen(operator)) throw new NoSuchElementException("no door at " + operator);
        var to = checked(email);
        var now = now();
        if (!store.mayTry("from|" + from, FROM_ONE_ADDRESS, "1 minute", now)) return false;
        if (!store.mayTry("to|" + to, TO_ONE_MAILBOX, "1 day", now)) return true; // as if it were sent
        send(operator, to, carried, false, now);
        return true;
    }

    /// Mails a link to somebody whom the house invites.
    ///
    /// @param intent the caller's id for this act; a replay sends nothing more
    /// @throws InvalidValue `email.format`, `invitation.many` when too many were sent
    @Transactional
    public void invite(OperatorId operator, String email, String by, UUID intent) {
        var to = checked(email);
        var wish = intents.wish(operator, intent, "joining.invite", to);
        if (wish.isDone()) return;
        var now = now();
        if (!store.mayTry("by|" + by, BY_ONE_INVITER, "1 hour", now)
                || !store.mayTry("to|" + to, TO_ONE_MAILBOX, "1 day", now)) {
            throw new InvalidValue("invitation.many", "");
        }
        send(operator, to, Map.of(), true, now);
        intents.keep(wish);
    }

    private void send(OperatorId operator, String to, Map<String, String> carried, boolean byHouse, Instant now) {
        store.endOthers(operator, to, now);
        var token = Links.fresh(operator);
        var one = new Invitation(operator, UUID.randomUUID(), to, carried, byHouse, now, now.plus(LIFE), null);
        store.insert(one, Links.hash(token));
        var house = operators.get(operator).name();
        var key = byHouse ? "joining.mail.invite" : "joining.mail.open";
        outbox.queue(
                "joining.link." + one.id(),
                new Mail(
                        to,
                        texts.localize(key + ".subject", line(house)),
                        texts.localize(
                                key + ".text",
                                house,
                                address + "/entrer/" + token,
                                texts.date(Days.of(one.expiresAt())))));
        trail.record(
                operator,
                byHouse ? "joining.invited" : "joining.asked",
                "invitation",
                one.id().toString(),
                Map.of());
    }

    /// Which entity's scope the link needs; empty for what is no link.
    public static Optional<OperatorId> operatorOf(String token) {
        return Links.operatorOf(token);
    }

    /// Within the scope of its entity.
    @Transactional(readOnly = true)
    public Optional<Link> find(OperatorId operator, String token) {
        return store.find(operator, Links.hash(token))
                .map(one -> new Link(
                        operator,
                        operators.get(operator).name(),
                        one.email(),
                        isLive(one),
                        identity.byEmail(one.email()).isPresent()));
    }

    /// Uses the link up: the address is confirmed, the account stands, the file is open. An account that was there
    /// keeps its password, and signs in with all that it asks for.
    ///
    /// @param password for a new account; not looked at otherwise
    /// @return false when the link serves no more
    /// @throws InvalidValue `password.…` (S-02), `email.taken` by somebody of another group; the link serves again
    @Transactional
    public boolean accept(OperatorId operator, String token, String password) {
        var one = store.lock(operator, Links.hash(token)).orElse(null);
        if (one == null || !isLive(one)) return false;
        boolean known = identity.byEmail(one.email()).isPresent();
        var user = identity.createUser(operators.get(operator).group(), one.email(), one.email());
        if (!known) identity.setPassword(user.id(), password);
        identity.grant(user.id(), operator, Role.CANDIDATE);
        open(operator, user.id(), one);
        return true;
    }

    private void open(OperatorId operator, UserId user, Invitation one) {
        joining.open(operator, user, one.email(), one.carried());
        store.used(one, now());
    }

    private boolean isLive(Invitation one) {
        return one.usedAt() == null && clock.instant().isBefore(one.expiresAt());
    }

    private static String checked(String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        try {
            new Mail(address, "-", "-");
        } catch (InvalidValue e) {
            throw new InvalidValue("email.format", email.length() > 100 ? "" : email);
        }
        return address;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// A name as a line of a mail's head.
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
