package org.passerelle.marketplace;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.Clients;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.marketplace.core.OfferFrames;
import org.passerelle.marketplace.core.SearchWords;
import org.passerelle.marketplace.store.ApplicationStore;
import org.passerelle.marketplace.store.OfferStore;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.Missions;
import org.passerelle.missions.PriceMode;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offers from the form to the mission. A visitor acts within the scope of the one entity that welcomes the offer.
@Service
public class Market {

    private static final int FROM_ONE_ADDRESS = 10;
    private static final int REPORTS_FROM_ONE_ADDRESS = 5;
    private static final int APPLICATIONS_A_DAY = 20;
    private static final int PAYMENT_TERM_DAYS = 30;
    private static final int LONGEST_PROPOSAL = 2000;

    private final OfferStore store;
    private final ApplicationStore applications;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Laws laws;
    private final Intents intents;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final Texts texts = Texts.in(Language.FR);

    Market(
            OfferStore store,
            ApplicationStore applications,
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            Laws laws,
            Intents intents,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.laws = laws;
        this.intents = intents;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /// Whether the entity welcomes offers from the public.
    @Transactional
    public void door(OperatorId operator, boolean open) {
        store.door(operator, open);
        trail.record(operator, open ? "market.opened" : "market.closed", "operator", operator.toString(), Map.of());
    }

    /// The entities that welcome offers, by name.
    @Transactional(readOnly = true)
    public List<MarketDoor> doors() {
        return store.doors();
    }

    /// What each frame says of such an offer today.
    public List<FrameWord> frames(OfferTerms terms) {
        var today = Days.today(clock);
        return OfferFrames.of(terms, today, laws.on(today));
    }

    /// What the frame of this person's entity says of it for them.
    public FrameWord frame(OfferTerms terms, Person person) {
        var today = Days.today(clock);
        return OfferFrames.of(terms, person, operators.get(person.operator()), today, laws.on(today));
    }

    /// Where such an offer may go: the entities that welcome offers and whose frame does not refuse it.
    @Transactional(readOnly = true)
    public List<MarketDoor> homes(OfferTerms terms) {
        var proposed = proposed(terms);
        return doors().stream().filter(door -> proposed.contains(door.frame())).toList();
    }

    /// Keeps an offer until the desk has read it.
    ///
    /// @param from address of the network; null when somebody of the house posts
    /// @param intent the caller's id for this act
    /// @throws InvalidValue `offer.many` when too many come from one address, `offer.past` when it is late,
    ///     `siren.missing`, `email.format`
    @Transactional
    public Offer post(
            OperatorId operator,
            OfferSource source,
            OfferTerms terms,
            Contact contact,
            @Nullable String from,
            @Nullable UUID by,
            UUID intent) {
        var wish = intents.wish(operator, intent, "market.offer", terms, contact);
        var id = act(intent, "offer");
        if (wish.isDone()) return store.find(id).orElseThrow();
        // The client as it would be registered: what is wrong with it is said now.
        client(operator, terms, contact);
        if (terms.start().isBefore(Days.today(clock))) {
            throw new InvalidValue("offer.past", terms.start().toString());
        }
        if (from != null && !store.mayTry("post|" + from, FROM_ONE_ADDRESS, "1 day", now())) {
            throw new InvalidValue("offer.many", "");
        }
        var offer = new Offer(
                operator, id, source, OfferState.WAITING, terms, List.copyOf(proposed(terms)), now(), null, null);
        store.insert(offer, contact, by);
        record(offer, "offer.posted", Map.of());
        intents.keep(wish);
        return offer;
    }

    /// The desk lets everybody see it, and those who found it be told.
    @Transactional
    public Offer publish(UUID id) {
        var offer = store.lock(id).orElseThrow();
        if (offer.state() != OfferState.WAITING) return offer;
        store.state(offer, OfferState.PUBLISHED, null, now());
        store.learn(SearchWords.vocabulary(offer.terms().title() + " "
                + offer.terms().words() + " " + String.join(" ", offer.terms().skills())));
        record(offer, "offer.published", Map.of());
        return get(id);
    }

    /// Refuses it, or takes it away.
    ///
    /// @throws InvalidValue `reason.missing`
    @Transactional
    public Offer refuse(UUID id, String reason) {
        var offer = store.lock(id).orElseThrow();
        if (offer.state() == OfferState.REFUSED || offer.state() == OfferState.CLOSED) return offer;
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        store.state(offer, OfferState.REFUSED, reason.strip(), null);
        record(offer, "offer.refused", Map.of("reason", reason.strip()));
        return get(id);
    }

    /// Within the scope of its entity.
    ///
    /// @throws NoSuchElementException when the scope has no such offer
    @Transactional(readOnly = true)
    public Offer get(UUID id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Offer> all(OperatorId operator) {
        return store.all(operator);
    }

    /// Who offers it: for the desk alone.
    @Transactional(readOnly = true)
    public Contact contact(Offer offer) {
        return store.contact(offer);
    }

    /// A published offer, for everybody.
    @Transactional(readOnly = true)
    public Optional<Offer> published(UUID id) {
        return store.search(null, List.of(), Wanted.words(""), id).offers().stream()
                .findFirst();
    }

    /// Published offers. A word that stands in none is taken for those that are written much like it.
    ///
    /// @param houses only these entities' offers; null for all
    @Transactional(readOnly = true)
    public FoundOffers search(@Nullable Collection<OperatorId> houses, Wanted wanted) {
        var asked = SearchWords.asked(wanted.words());
        var single = asked.stream()
                .filter(word -> word.length() >= 4 && !word.contains(" "))
                .toList();
        var known = single.isEmpty() ? java.util.Set.<String>of() : store.known(single);
        var corrected = new LinkedHashMap<String, List<String>>();
        var groups = new ArrayList<List<String>>();
        for (var word : asked) {
            var group = new ArrayList<>(SearchWords.alternatives(word));
            if (single.contains(word) && !known.contains(word) && group.size() == 1) {
                var near = store.near(word);
                // a plural or another form of the same word is found by its stem, and is no mistake
                if (!near.isEmpty()) {
                    for (var other : near) group.addAll(SearchWords.alternatives(other));
                    if (near.stream().noneMatch(other -> other.startsWith(word) || word.startsWith(other))) {
                        corrected.put(word, near);
                    }
                }
            }
            groups.add(group);
        }
        var page = store.search(houses, groups, wanted, null);
        return new FoundOffers(page.offers(), page.total(), corrected);
    }

    /// Somebody says that a published offer should not be there, within the scope of its entity.
    ///
    /// @return false when too many came from one address
    @Transactional
    public boolean report(UUID id, ReportReason reason, String from, UUID intent) {
        var offer = get(id);
        var wish = intents.wish(offer.operator(), intent, "market.report", id, reason);
        if (wish.isDone()) return true;
        if (!store.mayTry("report|" + from, REPORTS_FROM_ONE_ADDRESS, "1 hour", now())) return false;
        store.report(offer, act(intent, "report"), reason, now());
        record(offer, "offer.reported", Map.of("reason", reason.name()));
        intents.keep(wish);
        return true;
    }

    @Transactional(readOnly = true)
    public List<ReportReason> reports(Offer offer) {
        return store.reports(offer);
    }

    /// A short proposal for a published offer of the person's own entity.
    ///
    /// @throws InvalidValue `offer.frame` when the entity's frame refuses it for them, `application.words`,
    ///     `money.positive`, `application.many`, `application.again` when they have answered it already
    @Transactional
    public Application apply(Person person, UUID id, String words, Money price, UUID intent) {
        var offer = get(id);
        if (offer.state() != OfferState.PUBLISHED || !offer.operator().equals(person.operator())) {
            throw new NoSuchElementException("offer " + id);
        }
        var wish = intents.wish(offer.operator(), intent, "market.apply", id, words, price);
        var mine = applications.of(id, person.id());
        if (wish.isDone()) return mine.orElseThrow();
        if (mine.isPresent()) throw new InvalidValue("application.again", "");
        if (!frame(offer.terms(), person).isProposed()) throw new InvalidValue("offer.frame", "");
        if (words.isBlank() || words.length() > LONGEST_PROPOSAL) throw new InvalidValue("application.words", "");
        if (!price.isPositive()) throw new InvalidValue("money.positive", price.toString());
        if (!store.mayTry("apply|" + person.id(), APPLICATIONS_A_DAY, "1 day", now())) {
            throw new InvalidValue("application.many", "");
        }
        var one = new Application(
                offer.operator(),
                act(intent, "application"),
                id,
                person.id(),
                words.strip(),
                price,
                Application.State.SENT,
                null,
                now());
        applications.insert(one);
        record(offer, "offer.answered", Map.of("person", person.code()));
        intents.keep(wish);
        return one;
    }

    @Transactional(readOnly = true)
    public Optional<Application> application(UUID offer, Person person) {
        return applications.of(offer, person.id());
    }

    @Transactional(readOnly = true)
    public List<Application> applications(Offer offer) {
        return applications.of(offer.operator(), offer.id());
    }

    /// The proposal becomes a mission with its verdict: client and terms come from the offer, the price from the
    /// proposal. The offer is closed, the others are declined and everybody is told.
    ///
    /// @param vat on the invoice
    /// @param reason why the client turns to portage (PS-07); null elsewhere
    @Transactional
    public Mission accept(UUID id, Rate vat, @Nullable RecourseReason reason) {
        var one = applications.lock(id).orElseThrow();
        if (one.mission() != null) return missions.get(one.mission());
        var offer = store.lock(one.offer()).orElseThrow();
        if (one.state() != Application.State.SENT || offer.state() != OfferState.PUBLISHED) {
            throw new InvalidValue("application.decided", "");
        }
        var person = people.get(one.person());
        var terms = terms(offer.terms(), one.price(), vat, reason);
        var mission = missions.propose(person.id(), clientOf(offer).id(), terms, act(id, "mission"))
                .mission();
        applications.decided(one, Application.State.ACCEPTED, mission.id(), now());
        store.state(offer, OfferState.CLOSED, null, null);
        record(offer, "offer.accepted", Map.of("person", person.code(), "mission", mission.code()));
        tell(person, offer, "marketplace.mail.accepted", one);
        for (var other : applications.of(offer.operator(), offer.id())) {
            if (other.state() == Application.State.SENT) decline(other, offer);
        }
        return mission;
    }

    /// @throws InvalidValue `application.decided` when it was accepted
    @Transactional
    public void decline(UUID id) {
        var one = applications.lock(id).orElseThrow();
        if (one.state() == Application.State.DECLINED) return;
        if (one.state() == Application.State.ACCEPTED) throw new InvalidValue("application.decided", "");
        decline(one, get(one.offer()));
    }

    private void decline(Application one, Offer offer) {
        applications.decided(one, Application.State.DECLINED, null, now());
        var person = people.get(one.person());
        record(offer, "offer.declined", Map.of("person", person.code()));
        tell(person, offer, "marketplace.mail.declined", one);
    }

    private void tell(Person person, Offer offer, String key, Application one) {
        var title = offer.terms().title().replaceAll("\\p{Cntrl}+", " ");
        outbox.queue(
                key + "." + one.id(),
                new Mail(
                        person.email(),
                        texts.localize(key + ".subject", title.length() > 120 ? title.substring(0, 120) : title),
                        texts.localize(key + ".text", title)));
    }

    private MissionTerms terms(OfferTerms offer, Money price, Rate vat, @Nullable RecourseReason reason) {
        var today = Days.today(clock);
        var start = offer.start().isBefore(today) ? today : offer.start();
        var consumer = offer.client() == org.passerelle.frames.ClientKind.CONSUMER;
        return new MissionTerms(
                offer.title(),
                offer.activity(),
                new DateRange(start, start.plusMonths(offer.months()).minusDays(1)),
                PriceMode.DAY,
                price,
                vat,
                consumer ? Purpose.PRIVATE : Purpose.BUSINESS,
                reason,
                null,
                null,
                offer.atHome(),
                null,
                null,
                offer.daysPerMonth(),
                null);
    }

    /// The same enterprise or the same address is the same client.
    private Client clientOf(Offer offer) {
        var contact = store.contact(offer);
        var siren = contact.siren();
        return clients.all(offer.operator()).stream()
                .filter(known -> siren == null
                        ? known.isConsumer() && known.email().equalsIgnoreCase(contact.email())
                        : siren.equals(known.siren()))
                .findFirst()
                .orElseGet(() -> clients.registerNext(
                        client(offer.operator(), offer.terms(), contact), act(offer.id(), "client")));
    }

    private static Client client(OperatorId operator, OfferTerms terms, Contact contact) {
        var siren = contact.siren();
        return new Client(
                ClientId.random(),
                operator,
                Client.UNCODED,
                ClientKind.valueOf(terms.client().name()),
                contact.name(),
                siren,
                null,
                siren == null ? null : siren.vatNumber(),
                contact.address(),
                contact.email(),
                null,
                siren == null ? 0 : PAYMENT_TERM_DAYS);
    }

    private List<Frame> proposed(OfferTerms terms) {
        return frames(terms).stream()
                .filter(FrameWord::isProposed)
                .map(FrameWord::frame)
                .toList();
    }

    private static UUID act(UUID id, String what) {
        return UUID.nameUUIDFromBytes((what + " of " + id).getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Offer offer, String action, Map<String, String> details) {
        trail.record(offer.operator(), action, "offer", offer.id().toString(), details);
    }
}
