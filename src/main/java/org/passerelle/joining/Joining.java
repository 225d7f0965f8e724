package org.passerelle.joining;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.deadlines.Deadlines;
import org.passerelle.deadlines.Fact;
import org.passerelle.deadlines.FactKind;
import org.passerelle.deadlines.Subject;
import org.passerelle.documents.Documents;
import org.passerelle.documents.intake.Intake;
import org.passerelle.identity.Identity;
import org.passerelle.identity.Role;
import org.passerelle.identity.Trail;
import org.passerelle.joining.core.Asks;
import org.passerelle.joining.core.Dossier;
import org.passerelle.joining.core.Gates;
import org.passerelle.joining.core.Situation;
import org.passerelle.joining.store.ApplicationStore;
import org.passerelle.joining.store.DeclarationStore;
import org.passerelle.kernel.ApplicationId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.UserId;
import org.passerelle.law.Laws;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Registration;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The applications to join the entities in scope.
@Service
public class Joining {

    private final ApplicationStore store;
    private final DeclarationStore declarations;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Contracts contracts;
    private final Documents documents;
    private final Deadlines deadlines;
    private final Identity identity;
    private final Intents intents;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;

    Joining(
            ApplicationStore store,
            DeclarationStore declarations,
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            Contracts contracts,
            Documents documents,
            Deadlines deadlines,
            Identity identity,
            Intents intents,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.declarations = declarations;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.contracts = contracts;
        this.documents = documents;
        this.deadlines = deadlines;
        this.identity = identity;
        this.intents = intents;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// Opens a file, or gives the one that is open: then what it says already stays, and the rest is added.
    ///
    /// @param carried what was typed in a simulation, by the names of the questions
    @Transactional
    public Application open(OperatorId operator, UserId user, String email, Map<String, String> carried) {
        store.alone(operator, user);
        var before = store.of(user).stream()
                .filter(each -> each.operator().equals(operator) && each.state() != ApplicationState.DECLINED)
                .findFirst();
        if (before.isPresent()) {
            var fresh = new TreeMap<>(carried);
            fresh.keySet().removeIf(before.get().answers()::has);
            if (!fresh.isEmpty() && !before.get().state().isOver()) {
                store.answers(before.get(), before.get().answers().with(fresh), now());
            }
            return get(before.get().id());
        }
        var id = ApplicationId.random();
        store.insert(operator, id, user, email, Answers.NONE.with(carried), now());
        var opened = get(id);
        record(opened, "joining.opened", Map.of());
        return opened;
    }

    /// The file of somebody who is signed in: the newest that was not declined, if any.
    @Transactional(readOnly = true)
    public Optional<Application> mine(UserId user) {
        return store.of(user).stream().findFirst();
    }

    /// The entity's files, those that wait for the house first.
    @Transactional(readOnly = true)
    public List<Application> all(OperatorId operator) {
        return store.all(operator);
    }

    @Transactional(readOnly = true)
    public Optional<Application> find(ApplicationId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such file
    @Transactional(readOnly = true)
    public Application get(ApplicationId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Application> ofPerson(OperatorId operator, PersonId person) {
        return store.ofPerson(operator, person);
    }

    /// The steps that this entity asks.
    @Transactional(readOnly = true)
    public List<Step> steps(Application application) {
        return Asks.steps(operators.get(application.operator()).frame() == Frame.PORTAGE_SALARIAL);
    }

    /// Keeps what was said in a step, complete or not.
    ///
    /// @param said by the names of the questions, in one way of writing (see [Answers])
    /// @param intent the caller's id for this act; a replay changes nothing more
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws IllegalStateException when the file was decided
    @Transactional
    public Application say(ApplicationId id, Step step, Map<String, String> said, UUID intent) {
        var application = store.lock(id).orElseThrow();
        var wish = intents.wish(application.operator(), intent, "joining.say", id, step, new TreeMap<>(said));
        if (wish.isDone()) return application;
        stillOpen(application);
        var ours = new TreeMap<String, String>();
        var after = application.answers().with(said);
        for (var ask : Asks.of(step)) {
            // what is not asked any more is forgotten with the answer it hung on
            var value = said.getOrDefault(ask.name(), application.answers().text(ask.name()));
            ours.put(ask.name(), ask.isAskedOf(after) ? value : "");
        }
        store.answers(application, application.answers().with(ours), now());
        intents.keep(wish);
        return get(id);
    }

    /// Keeps a file as proof, once it was found harmless ([Intake]).
    ///
    /// @param expires last day on which it is worth something
    /// @throws InvalidValue `file.…` for a file that is refused: nothing was stored
    @Transactional
    public Application attach(
            ApplicationId id,
            ProofKind kind,
            String fileName,
            byte[] content,
            @Nullable LocalDate expires,
            UUID intent) {
        var application = store.lock(id).orElseThrow();
        var wish = intents.wish(
                application.operator(),
                intent,
                "joining.attach",
                id,
                kind,
                HexFormat.of().formatHex(sha256(content)),
                expires);
        if (wish.isDone()) return application;
        stillOpen(application);
        if (expires != null && expires.isBefore(today())) throw new InvalidValue("proof.expired", "");
        var clean = Intake.PROOF.accept(content);
        var plain = kind.name().toLowerCase(java.util.Locale.ROOT);
        var stored = documents.storeFor(
                application.id().value(),
                kind.keeping(),
                application.operator(),
                "proof",
                // the frozen row never names anybody; the name as handed in stands with the proof
                clean.named(plain, plain),
                clean.mediaType(),
                clean.content());
        store.add(
                application,
                new Proof(
                        UUID.randomUUID(),
                        kind,
                        stored.id(),
                        clean.named(fileName, plain),
                        now(),
                        expires,
                        Proof.Verdict.WAITING,
                        null));
        intents.keep(wish);
        record(application, "joining.proof_added", Map.of("kind", kind.name(), "sha256", stored.sha256()));
        return get(id);
    }

    /// Hands the file to the house. Doing it again changes nothing; what is missing is still asked for.
    @Transactional
    public Application submit(ApplicationId id) {
        var application = store.lock(id).orElseThrow();
        if (application.state() != ApplicationState.OPEN) return application;
        store.submitted(application, now());
        record(application, "joining.submitted", Map.of());
        return get(id);
    }

    /// The house accepts a proof, or refuses it with a reason that the applicant reads.
    ///
    /// @throws InvalidValue `reason.missing` for a refusal without one
    /// @throws NoSuchElementException when the file holds no such proof
    @Transactional
    public Application judge(ApplicationId id, UUID proof, boolean accepted, String reason) {
        var application = store.lock(id).orElseThrow();
        var found = application.proofs().stream()
                .filter(each -> each.id().equals(proof))
                .findFirst()
                .orElseThrow();
        if (!accepted && reason.isBlank()) throw new InvalidValue("reason.missing", "");
        stillOpen(application);
        var verdict = accepted ? Proof.Verdict.ACCEPTED : Proof.Verdict.REFUSED;
        if (found.verdict() == verdict) return application;
        var why = accepted ? null : reason.strip();
        store.judge(application, proof, verdict, why, Scopes.current().actor(), now());
        var details = new TreeMap<>(Map.of("kind", found.kind().name()));
        if (why != null) details.put("reason", why);
        record(application, accepted ? "joining.proof_accepted" : "joining.proof_refused", details);
        return get(id);
    }

    /// The prefecture was asked to authenticate the title, or answered (KY-05).
    ///
    /// @throws InvalidValue `day.future` when it is said to have been asked on a day to come
    @Transactional
    public Application title(ApplicationId id, LocalDate asked, @Nullable TitleAnswer answer) {
        var application = store.lock(id).orElseThrow();
        if (asked.isAfter(today())) throw new InvalidValue("day.future", asked.toString());
        store.title(application, asked, answer);
        var details = new TreeMap<>(Map.of("on", asked.toString()));
        if (answer != null) details.put("answer", answer.name());
        record(application, "joining.title", details);
        return get(id);
    }

    /// The house says no, with a reason that the applicant reads.
    ///
    /// @throws InvalidValue `reason.missing`
    /// @throws IllegalStateException when the person was taken on already
    @Transactional
    public Application decline(ApplicationId id, String reason) {
        var application = store.lock(id).orElseThrow();
        if (application.state() == ApplicationState.DECLINED) return application;
        stillOpen(application);
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        store.declined(application, reason.strip(), now());
        record(application, "joining.declined", Map.of("reason", reason.strip()));
        return get(id);
    }

    /// What is missing, for whom, and the earliest lawful start, now.
    @Transactional(readOnly = true)
    public Readiness readiness(Application application) {
        var operator = operators.get(application.operator());
        return Gates.of(situation(application, operator, kind(application, operator)));
    }

    /// Takes the person on without typing anything again: person, client and mission stand, the employment contract
    /// is drafted, the sign-in opens the worker's pages.
    ///
    /// @param employment the terms; its entry may not be before the earliest lawful start
    @Transactional
    public Admission admit(ApplicationId id, Employment employment) {
        var application = store.lock(id).orElseThrow();
        if (application.state() == ApplicationState.ADMITTED) return new Admission.Done(application);
        stillOpen(application);
        var operator = operators.get(application.operator());
        var readiness = Gates.of(situation(application, operator, employment.kind()));
        var shut = readiness.beforeAdmission();
        if (!shut.isEmpty()) {
            return new Admission.Refused(shut.stream().map(Gate::what).toList());
        }
        var earliest = readiness.earliest();
        if (earliest == null || employment.entry().isBefore(earliest)) {
            return new Admission.Refused(readiness.gates().stream()
                    .filter(gate -> gate.notBefore() != null
                            && employment.entry().isBefore(java.util.Objects.requireNonNull(gate.notBefore())))
                    .map(Gate::what)
                    .toList());
        }
        var said = application.answers();
        var person = Dossier.person(operator.id(), application.user(), application.email(), said, employment);
        return switch (people.registerNext(person, act(id, "person"))) {
            case Registration.Refused(var findings) -> new Admission.Refused(findings);
            case Registration.Registered(var hired, var _) -> {
                var client = clients.registerNext(Dossier.client(operator.id(), said), act(id, "client"));
                var terms = Dossier.terms(said, employment.entry());
                var mission = missions.propose(hired.id(), client.id(), terms, act(id, "mission"))
                        .mission();
                admitted(application, hired, client.id(), mission.id());
                yield new Admission.Done(get(id));
            }
        };
    }

    private void admitted(Application application, Person hired, ClientId client, MissionId mission) {
        var id = application.id();
        identity.grant(application.user(), application.operator(), Role.FREELANCER);
        identity.rename(application.user(), hired.name());
        var paper = Contracts.kindOf(hired.employment().kind());
        contracts.draft(paper, hired.id(), paper.isOfMission() ? mission : null, act(id, "contract"));
        store.admitted(application, new Application.Admitted(hired.id(), client, mission), now());
        tellClocks(application, hired);
        record(application, "joining.admitted", Map.of("person", hired.code()));
    }

    /// What the clocks cannot read elsewhere: the title that ends, the day the prefecture was asked (KY-05).
    private void tellClocks(Application application, Person hired) {
        var about = Subject.of(hired.id());
        var until = application.answers().day("titleUntil");
        if (until != null) {
            var fact = new Fact(FactKind.TITLE_EXPIRES, about, until);
            deadlines.tell(application.operator(), fact, act(application.id(), "title"));
        }
        var asked = application.titleAsked();
        if (asked != null) {
            var fact = new Fact(FactKind.TITLE_CHECK_ASKED, about, asked);
            deadlines.tell(application.operator(), fact, act(application.id(), "asked"));
        }
    }

    /// The contract meant before anything was signed, by the frame of the entity.
    public static ContractKind usual(Frame frame) {
        return switch (frame) {
            case PORTAGE_SALARIAL -> ContractKind.CDI;
            case CAE, CAE_SAP -> ContractKind.CESA;
            default -> ContractKind.MANDATE;
        };
    }

    private ContractKind kind(Application application, Operator operator) {
        var made = application.admitted();
        return made == null
                ? usual(operator.frame())
                : people.get(made.person()).employment().kind();
    }

    private Situation situation(Application application, Operator operator, ContractKind kind) {
        boolean portage = operator.frame() == Frame.PORTAGE_SALARIAL;
        var today = today();
        var open = Asks.steps(portage).stream()
                .filter(step -> !Asks.missing(step, application.answers()).isEmpty()
                        || !Dossier.contradictions(step, application.answers(), today)
                                .isEmpty())
                .toList();
        var proofs = new EnumMap<ProofKind, Proof>(ProofKind.class);
        application.proofs().forEach(proof -> proofs.put(proof.kind(), proof));
        return new Situation(
                kind,
                application.answers(),
                open,
                proofs,
                application.titleAsked(),
                application.titleAnswer(),
                operator.insurer().validUntil(),
                papers(application, kind),
                today,
                WorkingDays.in(territory(operator)),
                laws.on(today));
    }

    private Situation.Papers papers(Application application, ContractKind kind) {
        var made = application.admitted();
        boolean consumer = application.answers().says("clientKind", ClientKind.CONSUMER.name());
        if (made == null) return new Situation.Papers(false, false, !consumer, false, null);
        var all = contracts.of(application.operator(), made.person());
        var declaration = declarations.of(application.operator(), made.person()).stream()
                .findFirst()
                .map(Joining::hiring)
                .orElse(null);
        return new Situation.Papers(
                true,
                isSigned(all, Contracts.kindOf(kind)),
                !consumer,
                isSigned(all, PaperKind.COMMERCIAL),
                declaration);
    }

    private static Situation.Hiring hiring(Declaration declaration) {
        return switch (declaration.answer()) {
            case AWAITED -> Situation.Hiring.MADE;
            case ACKNOWLEDGED -> Situation.Hiring.ACKNOWLEDGED;
            case REFUSED -> Situation.Hiring.REFUSED;
        };
    }

    private static boolean isSigned(List<Contract> all, PaperKind kind) {
        return all.stream().anyMatch(contract -> contract.kind() == kind && contract.state() == ContractState.SIGNED);
    }

    /// Interpretation: the entity has one establishment, at its own address.
    private static Territory territory(Operator operator) {
        var postcode = operator.address().postcode();
        boolean local = postcode.startsWith("57") || postcode.startsWith("67") || postcode.startsWith("68");
        return local ? Territory.ALSACE_MOSELLE : Territory.FRANCE;
    }

    /// One act of a file has one name, so that trying again brings nothing in twice.
    private static UUID act(ApplicationId id, String what) {
        return UUID.nameUUIDFromBytes((id + "|" + what).getBytes(StandardCharsets.UTF_8));
    }

    private static void stillOpen(Application application) {
        if (application.state().isOver()) throw new IllegalStateException("file " + application.id() + " was decided");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(content);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private LocalDate today() {
        return Days.today(clock);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Application application, String action, Map<String, String> details) {
        trail.record(
                application.operator(), action, "application", application.id().toString(), details);
    }
}
