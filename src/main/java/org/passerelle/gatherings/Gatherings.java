package org.passerelle.gatherings;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.gatherings.core.Invite;
import org.passerelle.gatherings.core.SeatLink;
import org.passerelle.gatherings.core.Slots;
import org.passerelle.gatherings.store.GatheringStore;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.operators.Operators;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Seats in live sessions: given one by one, so that the last one goes to one person and the next is told to wait.
/// A visitor acts within the scope of the entity that presents itself.
@Service
public class Gatherings {

    private static final int SHOWN = 8;
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int LONGEST_NAME = 80;
    private static final Duration BEFORE = Duration.ofHours(24);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final GatheringStore store;
    private final Operators operators;
    private final Identity identity;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final String address;
    private final Texts texts = Texts.in(Language.FR);

    Gatherings(
            GatheringStore store,
            Operators operators,
            Identity identity,
            Outbox outbox,
            Trail trail,
            Clock clock,
            Environment settings) {
        this.store = store;
        this.operators = operators;
        this.identity = identity;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
        this.address = settings.getProperty(
                "passerelle.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
    }

    /// Says when the entity presents itself. Sessions that somebody booked stay as they were.
    @Transactional
    public void rule(OperatorId operator, GatheringRule rule) {
        store.rule(operator, rule);
        trail.record(operator, "gathering.ruled", "operator", operator.toString(), Map.of());
    }

    @Transactional(readOnly = true)
    public Optional<GatheringRule> rule(OperatorId operator) {
        return store.rule(operator);
    }

    /// The next sessions of all entities that welcome visitors, by time.
    @Transactional(readOnly = true)
    public List<Slot> next() {
        var now = clock.instant();
        var taken = store.taken(now.atZone(Slots.PARIS).toLocalDate());
        var slots = new ArrayList<Slot>();
        for (var rule : store.open()) {
            for (var day : Slots.next(rule.at(), days(), now, SHOWN)) {
                int free = rule.seats() - taken.getOrDefault(rule.operator() + "_" + day, 0);
                slots.add(new Slot(
                        rule.operator(),
                        rule.house(),
                        day,
                        Slots.starts(day, rule.at()),
                        rule.minutes(),
                        rule.host(),
                        Math.max(0, free)));
            }
        }
        slots.sort(Comparator.comparing(Slot::starts).thenComparing(Slot::house));
        return slots;
    }

    /// A seat, or a place in the waiting list when none is left. The same address again has what it had.
    ///
    /// @param from address of the network
    /// @throws InvalidValue `gathering.name`, `email.format`, `gathering.many`
    /// @throws NoSuchElementException when no such session may be booked
    @Transactional
    public Booking book(OperatorId operator, LocalDate day, String name, String email, String from) {
        if (name.isBlank() || name.length() > LONGEST_NAME) throw new InvalidValue("gathering.name", "");
        var to = checked(email);
        var session = open(operator, day);
        var known = store.byAddress(session, to);
        if (known.isPresent()) return known.get();
        if (!store.mayTry("from|" + from, FROM_ONE_ADDRESS, "1 hour", now())) {
            throw new InvalidValue("gathering.many", "");
        }
        return seat(session, name.strip(), to);
    }

    /// Which entity's scope the link needs; empty for what is no link.
    public static Optional<OperatorId> operatorOf(String token) {
        return SeatLink.operatorOf(token);
    }

    @Transactional(readOnly = true)
    public Optional<Booking> find(OperatorId operator, String token) {
        return store.byToken(operator, SeatLink.hash(token));
    }

    /// Gives the seat back; who waits longest has it.
    @Transactional
    public void cancel(OperatorId operator, String token) {
        var one = find(operator, token).orElseThrow();
        var session = store.lock(operator, one.session());
        var now = find(operator, token).orElseThrow();
        if (now.state() == Booking.State.CANCELLED) return;
        release(now, session);
    }

    /// The same person in another session; the old seat is given back.
    @Transactional
    public Booking move(OperatorId operator, String token, LocalDate day) {
        var one = find(operator, token).orElseThrow();
        var other = open(operator, day);
        var known = store.byAddress(other, one.email());
        if (known.isPresent()) return known.get();
        var moved = seat(other, one.name(), one.email());
        cancel(operator, token);
        return moved;
    }

    /// Reminds those who have a seat within a day.
    ///
    /// @return how many were told
    @Transactional
    public int remind(OperatorId operator) {
        var now = now();
        var all = store.toRemind(operator, now, now.plus(BEFORE));
        for (var one : all) {
            var session = session(operator, one.session());
            tell(one, session, "gatherings.mail.reminder", "", List.of());
            store.reminded(one, now);
        }
        return all.size();
    }

    /// Entities that present themselves.
    @Transactional(readOnly = true)
    public List<OperatorId> houses() {
        return store.open().stream().map(GatheringStore.OpenRule::operator).toList();
    }

    @Transactional(readOnly = true)
    public List<Session> sessions(OperatorId operator) {
        return store.sessions(operator);
    }

    /// @throws NoSuchElementException when the entity has no such session
    @Transactional(readOnly = true)
    public Session session(OperatorId operator, UUID id) {
        return store.session(operator, id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Booking> of(Session session) {
        return store.of(session);
    }

    /// Who was there; they receive a word with the way on, once.
    @Transactional
    public void came(OperatorId operator, UUID id, Set<UUID> present) {
        var session = store.lock(operator, id);
        for (var one : store.of(session)) {
            if (one.state() != Booking.State.BOOKED) continue;
            boolean there = present.contains(one.id());
            store.came(one, there);
            if (there) tell(one, session, "gatherings.mail.after", "", List.of());
        }
        trail.record(operator, "gathering.attended", "gathering", id.toString(), Map.of());
    }

    @Transactional(readOnly = true)
    public Figures figures(OperatorId operator) {
        int booked = 0;
        int came = 0;
        int joined = 0;
        for (var session : store.sessions(operator)) {
            for (var one : store.of(session)) {
                if (one.state() == Booking.State.BOOKED) booked++;
                if (!Boolean.TRUE.equals(one.came())) continue;
                came++;
                if (identity.byEmail(one.email()).isPresent()) joined++;
            }
        }
        return new Figures(booked, came, joined);
    }

    private Session open(OperatorId operator, LocalDate day) {
        var rule = store.rule(operator).filter(GatheringRule::open).orElseThrow();
        var now = clock.instant();
        if (!Slots.next(rule.at(), days(), now, SHOWN).contains(day)) {
            throw new NoSuchElementException("no session on " + day);
        }
        return store.lock(operator, day, Slots.starts(day, rule.at()), rule.seats());
    }

    private Booking seat(Session session, String name, String email) {
        boolean free = store.booked(session) < session.seats();
        var secret = new byte[SeatLink.secretBytes()];
        CHANCE.nextBytes(secret);
        var token = SeatLink.of(session.operator(), secret);
        var one = new Booking(
                session.operator(),
                UUID.randomUUID(),
                session.id(),
                name,
                email,
                free ? Booking.State.BOOKED : Booking.State.WAITING,
                now(),
                null);
        store.insert(one, SeatLink.hash(token));
        var link = address + "/rencontres/place/" + token;
        if (free) tell(one, session, "gatherings.mail.booked", link, List.of(invite(one, session, false)));
        else tell(one, session, "gatherings.mail.waiting", link, List.of());
        return one;
    }

    private void release(Booking one, Session session) {
        store.state(one, Booking.State.CANCELLED);
        if (one.state() != Booking.State.BOOKED) return;
        tell(one, session, "gatherings.mail.cancelled", "", List.of(invite(one, session, true)));
        if (session.starts().isBefore(clock.instant())) return;
        store.of(session).stream()
                .filter(next -> next.state() == Booking.State.WAITING)
                .findFirst()
                .ifPresent(next -> {
                    store.state(next, Booking.State.BOOKED);
                    tell(next, session, "gatherings.mail.promoted", "", List.of(invite(next, session, false)));
                });
    }

    private void tell(Booking one, Session session, String key, String link, List<Mail.Attachment> files) {
        var house = operators.get(session.operator()).name().replaceAll("\\p{Cntrl}+", " ");
        var rule = store.rule(session.operator()).orElseThrow();
        var when = texts.moment(session.starts());
        outbox.queue(
                key + "." + one.id(),
                new Mail(
                        one.email(),
                        texts.localize(key + ".subject", house),
                        texts.localize(key + ".text", house, when, rule.link(), link, address + "/puis-je-facturer"),
                        files));
    }

    private Mail.Attachment invite(Booking one, Session session, boolean cancelled) {
        var rule = store.rule(session.operator()).orElseThrow();
        var house = operators.get(session.operator()).name();
        var content = Invite.of(
                one.id(),
                session.starts(),
                rule.minutes(),
                texts.localize("gatherings.invite", house),
                rule.link(),
                now(),
                cancelled);
        var method = cancelled ? "CANCEL" : "PUBLISH";
        return new Mail.Attachment("presentation.ics", "text/calendar; charset=utf-8; method=" + method, content);
    }

    private static WorkingDays days() {
        return WorkingDays.in(Territory.FRANCE);
    }

    private static String checked(String email) {
        var to = email.strip().toLowerCase(Locale.ROOT);
        try {
            new Mail(to, "-", "-");
        } catch (InvalidValue e) {
            throw new InvalidValue("email.format", email.length() > 100 ? "" : email);
        }
        return to;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
