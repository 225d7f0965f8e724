package org.passerelle.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.identity.Trail;
import org.passerelle.joining.Forgetting;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.law.Laws;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.passerelle.privacy.Holding.State;
import org.passerelle.privacy.core.Retention;
import org.passerelle.privacy.store.ErasureJournal;
import org.passerelle.privacy.store.ErasureJournal.Line;
import org.passerelle.privacy.store.PrivacyStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is kept of a person and until when, and how it is forgotten (RG-02, S-43).
@Service
public class Privacy {

    private final PrivacyStore store;
    private final ErasureJournal journal;
    private final Eraser eraser;
    private final Forgetting applications;
    private final People people;
    private final Trail trail;
    private final Intents intents;
    private final Laws laws;
    private final Clock clock;

    Privacy(
            PrivacyStore store,
            ErasureJournal journal,
            Eraser eraser,
            Forgetting applications,
            People people,
            Trail trail,
            Intents intents,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.journal = journal;
        this.eraser = eraser;
        this.applications = applications;
        this.people = people;
        this.trail = trail;
        this.intents = intents;
        this.laws = laws;
        this.clock = clock;
    }

    /// Everything that is known of a person, by kind: what keeps it, until when, or that nothing does.
    @Transactional(readOnly = true)
    public List<Holding> of(Person person) {
        return Retention.of(
                laws.on(today()),
                person.birthDate(),
                person.employment().entry(),
                person.employment().exit(),
                store.erased(person.operator(), person.id().value()),
                store.hold(person).isPresent());
    }

    /// Somebody asks to be forgotten; asking again while the first request waits changes nothing.
    @Transactional
    public Request ask(Person person, UUID intent) {
        var wish = intents.wish(person.operator(), intent, "privacy.ask", person.id());
        if (!wish.isDone()) {
            int months = laws.on(today()).number("RETENTION_ANSWER_MONTHS");
            if (store.ask(person, intent, clock.instant(), today().plusMonths(months))) {
                tell(person, "privacy.asked", Map.of());
            }
            intents.keep(wish);
        }
        return store.last(person).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Request> lastRequest(Person person) {
        return store.last(person);
    }

    @Transactional(readOnly = true)
    public List<Request> waiting(OperatorId operator) {
        return store.waiting(operator);
    }

    @Transactional(readOnly = true)
    public Optional<Hold> hold(Person person) {
        return store.hold(person);
    }

    /// A dispute keeps everything until it is over.
    ///
    /// @throws InvalidValue `reason.missing`
    @Transactional
    public void place(Person person, String reason, UUID intent) {
        var words = reason.strip();
        if (words.length() < 3 || words.length() > 500) throw new InvalidValue("reason.missing", "");
        var wish = intents.wish(person.operator(), intent, "privacy.hold", person.id(), words);
        if (wish.isDone()) return;
        if (store.place(person, words, clock.instant())) tell(person, "privacy.held", Map.of());
        intents.keep(wish);
    }

    @Transactional
    public void lift(Person person, UUID intent) {
        var wish = intents.wish(person.operator(), intent, "privacy.lift", person.id());
        if (wish.isDone()) return;
        if (store.lift(person, clock.instant())) tell(person, "privacy.lifted", Map.of());
        intents.keep(wish);
    }

    /// Forgets all that nothing keeps, the sign-in included, and answers the request.
    ///
    /// @return what was forgotten now
    @Transactional
    public Set<Kind> forget(Person person, UUID intent) {
        var wish = intents.wish(person.operator(), intent, "privacy.forget", person.id());
        if (wish.isDone()) return Set.of();
        var done = erase(person, ready(person));
        store.answer(person, clock.instant());
        intents.keep(wish);
        return done;
    }

    /// What goes by itself when its day has come: once a day.
    ///
    /// @return how many kinds of how many people, and applications that led nowhere
    @Transactional
    public int tidy(OperatorId operator) {
        int gone = 0;
        for (var person : people.all(operator)) {
            var due = ready(person);
            due.removeIf(kind -> !kind.byItself());
            gone += erase(person, due).size();
        }
        var law = laws.on(today());
        var before = today().minusYears(law.number("RETENTION_APPLICANT_YEARS"));
        for (var id : applications.untouchedSince(operator, midnight(before))) {
            erase(operator, id);
            gone++;
        }
        return gone;
    }

    /// Does again what the journal tells and the database does not know: after a restore (S-43).
    ///
    /// @return how many lines were done again
    @Transactional
    public int again(OperatorId operator) {
        int done = 0;
        for (var line : journal.read()) {
            if (!line.operator().equals(operator)) continue;
            if (store.erased(operator, line.subject()).containsKey(line.kind())) continue;
            if (eraser.erase(line)) {
                store.note(operator, line.subject(), line.kind(), clock.instant());
                done++;
            }
        }
        return done;
    }

    private Set<Kind> ready(Person person) {
        var ready = of(person).stream()
                .filter(each -> each.state() == State.READY)
                .map(Holding::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        // The name goes last: while anything else stays, it says whose it is.
        if (of(person).stream()
                .anyMatch(
                        each -> each.kind() != Kind.ACCOUNT && each.kind() != Kind.NAME && each.state() == State.KEPT))
            ready.remove(Kind.NAME);
        // Who can no longer be named has no sign-in either.
        else if (ready.contains(Kind.NAME)) ready.add(Kind.ACCOUNT);
        if (of(person).stream().anyMatch(each -> each.kind() == Kind.ACCOUNT && each.state() == State.ERASED)) {
            ready.remove(Kind.ACCOUNT);
        }
        return ready;
    }

    private Set<Kind> erase(Person person, Set<Kind> kinds) {
        if (kinds.isEmpty()) return kinds;
        var lines = kinds.stream()
                .map(kind -> new Line(person.operator(), person.id().value(), kind))
                .toList();
        journal.add(lines);
        for (var line : lines) {
            eraser.erase(line);
            store.note(line.operator(), line.subject(), line.kind(), clock.instant());
        }
        tell(
                person,
                "privacy.erased",
                Map.of("kinds", kinds.stream().map(Kind::name).collect(Collectors.joining(","))));
        return kinds;
    }

    private void erase(OperatorId operator, ApplicationId id) {
        var line = new Line(operator, id.value(), Kind.PROOF);
        journal.add(List.of(line));
        eraser.erase(line);
        store.note(operator, id.value(), Kind.PROOF, clock.instant());
        trail.record(operator, "privacy.erased", "application", id.toString(), Map.of("kinds", Kind.PROOF.name()));
    }

    private void tell(Person person, String action, Map<String, String> details) {
        trail.record(person.operator(), action, "person", person.id().toString(), details);
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
