package org.passerelle.missions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.frames.Catalogue;
import org.passerelle.frames.FrameAdvice;
import org.passerelle.frames.Frames;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.missions.core.FrameQuestion;
import org.passerelle.missions.core.Judgement;
import org.passerelle.missions.store.MissionStore;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Codes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The missions of the entities in scope.
@Service
public class Missions {

    private final MissionStore store;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Intents intents;
    private final Codes codes;

    Missions(
            MissionStore store,
            Operators operators,
            People people,
            Clients clients,
            Trail trail,
            Laws laws,
            Clock clock,
            ApplicationEventPublisher events,
            Intents intents,
            Codes codes) {
        this.store = store;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
        this.events = events;
        this.intents = intents;
        this.codes = codes;
    }

    /// What each frame says of such a mission; nothing is written.
    @Transactional(readOnly = true)
    public FrameAdvice advise(PersonId person, ClientId client, MissionTerms terms) {
        return advise(people.get(person), clients.get(client), terms, MissionId.random());
    }

    /// Judges the terms in the entity's frame and keeps the mission with the verdict. When lawful it is agreed at once.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws NoSuchElementException when person and client are not of the same entity in scope
    @Transactional
    public Proposal propose(PersonId person, ClientId client, MissionTerms terms, UUID intent) {
        return propose(person, client, terms, intent, null);
    }

    /// The same with a code of the caller's (`M-001`).
    ///
    /// @throws InvalidValue `code.taken` when another mission of the entity has it
    @Transactional
    public Proposal propose(PersonId person, ClientId client, String code, MissionTerms terms, UUID intent) {
        return propose(person, client, terms, intent, code);
    }

    private Proposal propose(
            PersonId personId, ClientId clientId, MissionTerms terms, UUID intent, @Nullable String given) {
        var person = people.get(personId);
        var client = clients.get(clientId);
        if (!client.operator().equals(person.operator())) throw new NoSuchElementException("client " + clientId);
        var wish = intents.wish(person.operator(), intent, "mission", personId, clientId, terms);
        var before = store.byIntent(person.operator(), intent);
        if (before.isPresent()) return proposal(before.get());
        if (given != null && store.byCode(person.operator(), given).isPresent()) {
            throw new InvalidValue("code.taken", given);
        }
        var code = given != null ? given : codes.next(person.operator(), "M", () -> store.codes(person.operator()));
        var id = MissionId.random();
        var advice = advise(person, client, terms, id);
        var mission = judged(
                new Mission(
                        id,
                        person.operator(),
                        personId,
                        clientId,
                        code,
                        terms,
                        MissionState.UNDECIDED,
                        List.of(),
                        List.of(),
                        null),
                terms,
                advice);
        store.insert(mission, intent);
        intents.keep(wish);
        var kept = store.byIntent(person.operator(), intent).orElseThrow();
        record(kept, "mission.proposed", Map.of());
        sayWhenAgreed(kept);
        return new Proposal(kept, advice);
    }

    /// Judges again with better terms a mission that was refused or undecided.
    ///
    /// @throws IllegalStateException when the mission was agreed already
    @Transactional
    public Proposal revise(MissionId id, MissionTerms terms) {
        var mission = store.lock(id).orElseThrow();
        if (mission.isAgreed()) throw new IllegalStateException("mission " + id + " was agreed already");
        var advice = advise(people.get(mission.person()), clients.get(mission.client()), terms, id);
        var judged = judged(mission, terms, advice);
        store.update(judged);
        record(judged, "mission.revised", Map.of());
        sayWhenAgreed(judged);
        return new Proposal(judged, advice);
    }

    /// A mission with what each frame says of it today.
    @Transactional(readOnly = true)
    public Proposal review(MissionId id) {
        return proposal(get(id));
    }

    /// Sets a refusal aside where every rule that refuses allows it (REFUSE*); the reason and the role are kept.
    ///
    /// @param role of the one who acts: `ADMINISTRATOR`
    /// @throws IllegalStateException when one of the refusals admits no override, or not by that role
    @Transactional
    public Mission lift(MissionId id, String reason, String role) {
        var mission = store.lock(id).orElseThrow();
        if (mission.isAgreed()) return mission;
        if (mission.state() != MissionState.REFUSED || !Judgement.mayBeLiftedBy(mission, role)) {
            throw new IllegalStateException("the refusal of mission " + id + " admits no override by " + role);
        }
        var rules = Judgement.refusals(mission).stream()
                .map(finding -> finding.ruleId())
                .distinct()
                .toList();
        var by = Scopes.current().actor();
        var lifted = mission.lifted(new LiftedRefusal(rules, reason, by, role, clock.instant()));
        store.update(lifted);
        record(
                lifted,
                "mission.refusal_lifted",
                Map.of("rules", String.join(" ", rules), "reason", reason, "role", role));
        sayWhenAgreed(lifted);
        return lifted;
    }

    /// Whether the house may set the refusal aside at all (REFUSE*).
    public boolean mayBeLifted(Mission mission) {
        return mission.state() == MissionState.REFUSED && Judgement.mayBeLifted(mission);
    }

    /// Ends a mission on a day of its span; the employment contract goes on (PS-52).
    ///
    /// @throws InvalidValue `mission.end` when the day is outside the mission's dates
    @Transactional
    public Mission end(MissionId id, LocalDate lastDay) {
        var mission = store.lock(id).orElseThrow();
        if (!mission.isAgreed()) throw new IllegalStateException("mission " + id + " was never agreed");
        if (!mission.terms().dates().contains(lastDay)) throw new InvalidValue("mission.end", lastDay.toString());
        var ended = mission.endedOn(lastDay);
        store.update(ended);
        record(ended, "mission.ended", Map.of("on", lastDay.toString()));
        return ended;
    }

    /// What the law refuses of a mission under other dates or another price, and did not refuse before.
    ///
    /// @throws InvalidValue `range.order` when it would end before it starts
    @Transactional(readOnly = true)
    public List<Finding> obstaclesTo(MissionId id, @Nullable Money price, @Nullable LocalDate end) {
        var mission = get(id);
        var advice = advise(
                people.get(mission.person()),
                clients.get(mission.client()),
                amended(mission, price, end),
                mission.id());
        var known = Judgement.refusals(mission).stream().map(Finding::ruleId).toList();
        return Judgement.refusals(judged(mission, mission.terms(), advice)).stream()
                .filter(one -> !known.contains(one.ruleId()))
                .toList();
    }

    /// Another price from a day on, another last day, or both, as a signed amendment says. Work of the days before
    /// keeps
    /// its price; an amendment that reaches back behind an earlier one applies from that one's day.
    ///
    /// @param paper code of the amendment
    /// @throws IllegalStateException when the mission was never agreed
    @Transactional
    public Mission amend(MissionId id, LocalDate from, @Nullable Money price, @Nullable LocalDate end, String paper) {
        var mission = store.lock(id).orElseThrow();
        if (!mission.isAgreed()) throw new IllegalStateException("mission " + id + " was never agreed");
        var terms = mission.terms();
        if (price != null && !price.equals(terms.price())) {
            var last =
                    store.earlierPrices(id).stream().map(EarlierPrice::before).reduce((_, later) -> later);
            var day = last.filter(from::isBefore).orElse(from);
            store.insert(mission, new EarlierPrice(day, terms.price(), paper));
        }
        var amended = mission.amended(amended(mission, price, end));
        store.update(amended);
        record(amended, "mission.amended", Map.of("paper", paper));
        return amended;
    }

    private static MissionTerms amended(Mission mission, @Nullable Money price, @Nullable LocalDate end) {
        var terms = mission.terms();
        if (price != null) terms = terms.at(price);
        if (end != null) terms = terms.during(new DateRange(terms.dates().start(), end));
        return terms;
    }

    /// What the work of a mission cost before amendments, the oldest first.
    @Transactional(readOnly = true)
    public List<EarlierPrice> earlierPrices(MissionId id) {
        return store.earlierPrices(id);
    }

    @Transactional(readOnly = true)
    public Optional<Mission> find(MissionId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such mission
    @Transactional(readOnly = true)
    public Mission get(MissionId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Mission> byCode(OperatorId operator, String code) {
        return store.byCode(operator, code);
    }

    /// The entity's missions by code, refused ones included.
    @Transactional(readOnly = true)
    public List<Mission> all(OperatorId operator) {
        return store.all(operator);
    }

    @Transactional(readOnly = true)
    public List<Mission> of(PersonId person) {
        return store.of(person);
    }

    private Proposal proposal(Mission mission) {
        var advice = advise(people.get(mission.person()), clients.get(mission.client()), mission.terms(), mission.id());
        return new Proposal(mission, advice);
    }

    private FrameAdvice advise(Person person, Client client, MissionTerms terms, MissionId except) {
        var earlier = store.of(person.id()).stream()
                .filter(mission -> mission.isAgreed() && !mission.id().equals(except))
                .filter(mission -> mission.client().equals(client.id()))
                .toList();
        DateRange span = Judgement.span(terms, earlier);
        var on = judgedOn(terms);
        var activity = Catalogue.standard().find(terms.activity()).orElse(null);
        var question = FrameQuestion.of(operators.get(person.operator()), person, client, terms, span, activity, on);
        return Frames.advise(question, laws.on(on));
    }

    // The law of the first day; of today for a mission that is still to start, since nobody knows next year's figures.
    private LocalDate judgedOn(MissionTerms terms) {
        var today = Days.today(clock);
        return terms.dates().start().isBefore(today) ? terms.dates().start() : today;
    }

    private Mission judged(Mission mission, MissionTerms terms, FrameAdvice advice) {
        var verdict = advice.of(operators.get(mission.operator()).frame());
        return new Mission(
                mission.id(),
                mission.operator(),
                mission.person(),
                mission.client(),
                mission.code(),
                terms,
                Judgement.state(verdict),
                Judgement.findings(verdict),
                Judgement.questions(verdict),
                null);
    }

    private void sayWhenAgreed(Mission mission) {
        if (mission.state() == MissionState.AGREED) {
            events.publishEvent(new MissionAgreed(mission.operator(), mission.id()));
        }
    }

    private void record(Mission mission, String action, Map<String, String> details) {
        var all = new java.util.TreeMap<>(details);
        all.put("state", mission.state().name());
        trail.record(mission.operator(), action, "mission", mission.id().toString(), all);
    }
}
