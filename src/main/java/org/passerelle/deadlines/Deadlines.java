package org.passerelle.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.clients.Clients;
import org.passerelle.deadlines.core.Clocks;
import org.passerelle.deadlines.core.Situation;
import org.passerelle.deadlines.store.ClockStore;
import org.passerelle.deadlines.store.FactStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.law.Laws;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The clocks of the entities in scope.
@Service
public class Deadlines {

    /// How far back a house that begins to use this is asked about its past.
    private static final int FIRST_LOOK_BACK_DAYS = 60;

    private static final int MINE_AHEAD_DAYS = 60;

    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final ClockStore clocks;
    private final FactStore facts;
    private final Reminders reminders;
    private final Intents intents;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;

    Deadlines(
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            ClockStore clocks,
            FactStore facts,
            Reminders reminders,
            Intents intents,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.clocks = clocks;
        this.facts = facts;
        this.reminders = reminders;
        this.intents = intents;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// Every clock of the entity as it stands now, the most urgent first. Computed from what is known at this moment.
    @Transactional(readOnly = true)
    public List<Watched> of(OperatorId operator) {
        var today = Days.today(clock);
        var marks = facts.marks(operator);
        return Clocks.of(situation(operator, today), laws).stream()
                .map(deadline -> watched(deadline, marks, today))
                .sorted(Comparator.comparing(Watched::urgency).thenComparing(Watched::deadline, Deadline.BY_DAY))
                .toList();
    }

    /// One clock; empty when it does not run, or not in this entity.
    @Transactional(readOnly = true)
    public Optional<Watched> find(OperatorId operator, UUID id) {
        return of(operator).stream()
                .filter(watched -> watched.deadline().id().equals(id))
                .findFirst();
    }

    /// What waits for the worker behind a sign-in within two months, as last computed; at most fifty.
    public List<Watched> mine(UserId user) {
        var today = Days.today(clock);
        return clocks.mine(user, today.plusDays(MINE_AHEAD_DAYS)).stream()
                .map(deadline -> new Watched(deadline, deadline.urgency(today, false), null))
                .filter(watched -> watched.urgency() != Urgency.OVER)
                .toList();
    }

    /// The dates told of the entity that stand.
    @Transactional(readOnly = true)
    public List<ToldFact> facts(OperatorId operator) {
        return facts.facts(operator);
    }

    /// Tells a date that starts or settles a clock.
    ///
    /// @param intent the caller's id for this act; a replay changes nothing
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws NoSuchElementException when the entity has no such person or mission
    /// @throws InvalidValue `date.range` when the day is before 1950 or after 2200
    @Transactional
    public void tell(OperatorId operator, Fact fact, UUID intent) {
        requireTheirs(operator, fact.subject());
        if (fact.day().getYear() < 1950 || fact.day().getYear() > 2200) {
            throw new InvalidValue("date.range", fact.day().toString());
        }
        var wish = intents.wish(
                operator, intent, "deadline.fact", fact.kind(), fact.subject().id(), fact.day());
        if (wish.isDone()) return;
        facts.tell(operator, intent, fact, Scopes.current().actor(), clock.instant());
        intents.keep(wish);
        compute(operator);
        record(
                operator,
                "deadline.fact_told",
                fact.subject(),
                Map.of("kind", fact.kind().name(), "on", fact.day().toString()));
    }

    /// Takes a date back that was told wrongly; doing it again changes nothing.
    ///
    /// @throws NoSuchElementException when the entity was never told it
    @Transactional
    public void withdraw(OperatorId operator, UUID fact) {
        if (!facts.knows(operator, fact)) throw new NoSuchElementException("fact " + fact);
        if (!facts.withdraw(operator, fact, Scopes.current().actor(), clock.instant())) return;
        compute(operator);
        trail.record(operator, "deadline.fact_withdrawn", "fact", fact.toString(), Map.of());
    }

    /// Says of a deadline that it was done, is lifted, or is open again.
    ///
    /// @param day on which it was done; not in the future
    /// @param reason why; must be said unless it was done
    /// @throws NoSuchElementException when no such clock runs in the entity
    /// @throws InvalidValue `reason.missing`, `day.future`
    @Transactional
    public void mark(OperatorId operator, UUID deadline, Mark.Kind kind, LocalDate day, String reason, UUID intent) {
        var found = find(operator, deadline).orElseThrow().deadline();
        if (kind != Mark.Kind.DONE && reason.isBlank()) throw new InvalidValue("reason.missing", "");
        if (day.isAfter(Days.today(clock))) throw new InvalidValue("day.future", day.toString());
        var wish = intents.wish(operator, intent, "deadline.mark", deadline, kind, day, reason);
        if (wish.isDone()) return;
        var by = Scopes.current().actor();
        facts.mark(operator, intent, deadline, new Mark(kind, day, reason, by, clock.instant()));
        intents.keep(wish);
        compute(operator);
        var details = new HashMap<>(Map.of("rule", found.rule(), "on", day.toString()));
        if (!reason.isBlank()) details.put("reason", reason);
        record(operator, "deadline." + kind.name().toLowerCase(java.util.Locale.ROOT), found.subject(), details);
    }

    /// Computes the entity's clocks anew, keeps them for the pages that only read, and says the reminders that are
    /// due. Whoever comes first does it; doing it again changes nothing.
    ///
    /// @return how many kept clocks changed
    @Transactional
    public int recompute(OperatorId operator) {
        int changed = compute(operator);
        reminders.say(operators.get(operator), people.all(operator), clocks.open(operator, null), Days.today(clock));
        return changed;
    }

    private int compute(OperatorId operator) {
        clocks.alone(operator);
        var today = Days.today(clock);
        var situation = situation(operator, today);
        var marks = facts.marks(operator);
        var all = Clocks.of(situation, laws);
        var over = all.stream()
                .filter(deadline -> watched(deadline, marks, today).urgency() == Urgency.OVER)
                .map(Deadline::id)
                .collect(Collectors.toSet());
        var users = new HashMap<PersonId, UserId>();
        for (var person : situation.people()) {
            var user = person.user();
            if (user != null) users.put(person.id(), user);
        }
        int changed = clocks.replace(operator, all, users, over);
        clocks.computed(operator, situation.since(), today);
        return changed;
    }

    private static Watched watched(Deadline deadline, Map<UUID, Mark> marks, LocalDate today) {
        var mark = marks.get(deadline.id());
        boolean over = mark != null && mark.kind().isOver();
        return new Watched(deadline, deadline.urgency(today, over), mark);
    }

    private Situation situation(OperatorId operator, LocalDate today) {
        return new Situation(
                operators.get(operator),
                people.all(operator),
                missions.all(operator),
                clients.all(operator),
                facts.facts(operator).stream().map(ToldFact::fact).toList(),
                today,
                clocks.since(operator, today.minusDays(FIRST_LOOK_BACK_DAYS)));
    }

    private void requireTheirs(OperatorId operator, Subject subject) {
        boolean theirs = switch (subject.kind()) {
            case OPERATOR -> subject.id().equals(operator.value());
            case PERSON ->
                people.find(new PersonId(subject.id()))
                        .filter(person -> person.operator().equals(operator))
                        .isPresent();
            case MISSION ->
                missions.find(new org.passerelle.kernel.MissionId(subject.id()))
                        .filter(mission -> mission.operator().equals(operator))
                        .isPresent();
        };
        if (!theirs) throw new NoSuchElementException(subject.kind() + " " + subject.id());
    }

    private void record(OperatorId operator, String action, Subject subject, Map<String, String> details) {
        trail.record(
                operator,
                action,
                subject.kind().name().toLowerCase(java.util.Locale.ROOT),
                subject.id().toString(),
                details);
    }
}
