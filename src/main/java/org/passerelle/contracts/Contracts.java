package org.passerelle.contracts;

import eu.europa.esig.dss.model.DSSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.core.Amendment;
import org.passerelle.contracts.core.ContractPage;
import org.passerelle.contracts.core.Facts;
import org.passerelle.contracts.core.HashChain;
import org.passerelle.contracts.core.Longer;
import org.passerelle.contracts.core.Snapshot;
import org.passerelle.contracts.core.Templates;
import org.passerelle.contracts.seal.OperatorSeals;
import org.passerelle.contracts.seal.Pades;
import org.passerelle.contracts.seal.SealKey;
import org.passerelle.contracts.store.ClientPaperStore;
import org.passerelle.contracts.store.ContractStore;
import org.passerelle.documents.Documents;
import org.passerelle.documents.Keeping;
import org.passerelle.documents.StoredDocument;
import org.passerelle.documents.pdf.French;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.Missions;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.pay.PayEngine;
import org.passerelle.people.ContractKind;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The papers of the entities in scope: drawn up, made complete, sent, signed in order, sealed.
@Service
public class Contracts {

    private static final Logger LOG = LoggerFactory.getLogger(Contracts.class);

    /// How long a paper may wait for its signatures.
    public static final Duration PATIENCE = Duration.ofDays(14);

    private static final String PDF = "application/pdf";
    private static final int LONGEST_FACT = 2000;

    private final ContractStore store;
    private final ClientPaperStore clientPapers;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Missions missions;
    private final Documents documents;
    private final OperatorSeals seals;
    private final AmendedFiles files;
    private final Invitations invitations;
    private final Letters letters;
    private final Trail trail;
    private final Intents intents;
    private final Laws laws;
    private final PayEngine engine;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Contracts(
            ContractStore store,
            ClientPaperStore clientPapers,
            Operators operators,
            People people,
            Clients clients,
            Missions missions,
            Documents documents,
            OperatorSeals seals,
            AmendedFiles files,
            Invitations invitations,
            Letters letters,
            Trail trail,
            Intents intents,
            Laws laws,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.clientPapers = clientPapers;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.missions = missions;
        this.documents = documents;
        this.seals = seals;
        this.files = files;
        this.invitations = invitations;
        this.letters = letters;
        this.trail = trail;
        this.intents = intents;
        this.laws = laws;
        this.engine = PayEngine.of(laws);
        this.clock = clock;
        this.events = events;
    }

    /// The employment contract, CESA, CAPE or mandate of a person.
    public static PaperKind kindOf(ContractKind employment) {
        return switch (employment) {
            case CDI -> PaperKind.PORTAGE_CDI;
            case CDD -> PaperKind.PORTAGE_CDD;
            case CESA -> PaperKind.CESA;
            case CAPE -> PaperKind.CAPE;
            case MANDATE -> PaperKind.MANDATE;
        };
    }

    /// The papers that a mission needs beside the person's own. None under a mandate: the client contracts with the
    /// independent (PE-01).
    public static List<PaperKind> kindsOf(ContractKind employment, Client client) {
        return switch (employment) {
            case CDI -> List.of(PaperKind.COMMERCIAL, PaperKind.MISSION_LETTER);
            case CDD -> List.of(PaperKind.COMMERCIAL);
            case CESA, CAPE -> client.isConsumer() ? List.of(PaperKind.CONSUMER_QUOTE) : List.of();
            case MANDATE -> List.of();
        };
    }

    /// The papers that may follow a person's own once it is signed: more time, a share of the cooperative.
    public static List<PaperKind> laterKindsOf(ContractKind employment) {
        return switch (employment) {
            case CDD -> List.of(PaperKind.PROSPECTING_EXTENSION);
            case CAPE -> List.of(PaperKind.CAPE_RENEWAL);
            case CESA -> List.of(PaperKind.MEMBERSHIP);
            case CDI, MANDATE -> List.of();
        };
    }

    /// The papers that may follow those of a mission.
    public static List<PaperKind> laterKindsOfMission(ContractKind employment) {
        return switch (employment) {
            case CDI -> List.of(PaperKind.MISSION_AMENDMENT, PaperKind.COMMERCIAL_AMENDMENT);
            case CDD -> List.of(PaperKind.CDD_RENEWAL, PaperKind.MISSION_AMENDMENT, PaperKind.COMMERCIAL_AMENDMENT);
            case CESA, CAPE, MANDATE -> List.of();
        };
    }

    public static List<Party> signers(PaperKind kind) {
        return Templates.standard().of(kind).signers();
    }

    /// What the house is asked once for all its papers of a frame, or for one paper: only the blanks that it has.
    public static List<Fact> asked(PaperKind kind, Fact.At at) {
        var blanks = Templates.standard().of(kind).blanks();
        return Templates.standard().facts(at).values().stream()
                .filter(fact -> blanks.contains(fact.key()))
                .toList();
    }

    /// Draws a paper up.
    ///
    /// @param mission for papers of a mission; its client becomes a party
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws NoSuchElementException when the mission is not the person's
    /// @throws InvalidValue `contract.kind` when the entity, the person or the mission has no such paper
    @Transactional
    public Contract draft(PaperKind kind, PersonId personId, @Nullable MissionId missionId, UUID intent) {
        var person = people.get(personId);
        var operator = operators.get(person.operator());
        var mission = missionId == null ? null : missions.get(missionId);
        if (mission != null && !mission.person().equals(personId)) throw new NoSuchElementException("mission");
        if (!kind.belongsTo(operator.frame()) || kind.isOfMission() != (mission != null)) {
            throw new InvalidValue("contract.kind", kind.name());
        }
        var wish = intents.wish(person.operator(), intent, "contract", kind, personId, missionId);
        var before = store.byIntent(person.operator(), intent);
        if (before.isPresent()) return before.get();
        var now = now();
        int year = Days.of(now).getYear();
        var code = "CT-%d-%04d".formatted(year, store.nextNumber(operator.id(), year));
        var contract = new Contract(
                ContractId.random(),
                operator.id(),
                code,
                kind,
                personId,
                mission == null ? null : mission.client(),
                missionId,
                Map.of(),
                ContractState.DRAFT,
                now,
                null,
                null,
                List.of(),
                null);
        store.insert(contract, intent);
        intents.keep(wish);
        record(contract, "contract.drafted", Map.of("kind", kind.name()));
        return store.byIntent(operator.id(), intent).orElseThrow();
    }

    /// Says what this paper says; an empty text goes back to the usual words.
    ///
    /// @throws InvalidValue `contract.fact` for a text that is too long
    /// @throws IllegalStateException when it was sent already
    @Transactional
    public Contract say(ContractId id, Map<String, String> said) {
        var contract = store.lock(id).orElseThrow();
        if (contract.state() != ContractState.DRAFT) throw new IllegalStateException("contract " + id + " was sent");
        var names =
                asked(contract.kind(), Fact.At.PAPER).stream().map(Fact::key).toList();
        var facts = new LinkedHashMap<String, String>();
        said.forEach((key, value) -> {
            if (names.contains(key) && !checked(value).isEmpty()) facts.put(key, checked(value));
        });
        store.facts(contract, facts);
        record(contract, "contract.said", Map.of());
        return get(id);
    }

    /// What the entity says in all its papers.
    @Transactional(readOnly = true)
    public Map<String, String> house(OperatorId operator) {
        return store.house(operator);
    }

    /// @throws InvalidValue `contract.fact` for a text that is too long
    @Transactional
    public void sayHouse(OperatorId operator, Map<String, String> said) {
        var names = Templates.standard().facts(Fact.At.HOUSE);
        said.forEach((key, value) -> {
            if (names.containsKey(key)) store.sayHouse(operator, key, checked(value));
        });
        trail.record(operator, "contract.house", "operator", operator.toString(), Map.of());
    }

    private static String checked(String value) {
        var text = value.strip();
        if (text.length() > LONGEST_FACT) throw new InvalidValue("contract.fact", "");
        return text;
    }

    @Transactional(readOnly = true)
    public Optional<Contract> find(ContractId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such paper
    @Transactional(readOnly = true)
    public Contract get(ContractId id) {
        return store.find(id).orElseThrow();
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Contract> all(OperatorId operator) {
        return store.all(operator);
    }

    @Transactional(readOnly = true)
    public List<Contract> of(OperatorId operator, PersonId person) {
        return store.ofPerson(operator, person);
    }

    @Transactional(readOnly = true)
    public List<Contract> of(Mission mission) {
        return store.ofMission(mission.operator(), mission.id());
    }

    /// What the paper says: as it was sent, or for a draft as it would be sent today, with what it lacks.
    @Transactional(readOnly = true)
    public Paper paper(ContractId id) {
        var contract = get(id);
        return contract.sent() == null
                ? today(contract).paper()
                : store.content(contract).paper();
    }

    /// The file as it stands: sealed, else as it was sent, else the draft of today.
    @Transactional(readOnly = true)
    public byte[] pdf(ContractId id) {
        var contract = get(id);
        var sealed = contract.sealed();
        if (sealed != null) return documents.content(sealed.document());
        var sent = contract.sent();
        if (sent != null) return documents.content(sent.read());
        return toRead(contract, today(contract), contract.draftedAt());
    }

    /// Sends a complete paper to be signed; from now on its words do not change.
    @Transactional
    public Sending send(ContractId id) {
        var contract = store.lock(id).orElseThrow();
        if (contract.state() != ContractState.DRAFT) return new Sending.Sent(contract);
        var content = today(contract);
        if (!content.paper().isComplete())
            return new Sending.Incomplete(content.paper().missing());
        var unlawful = obstacles(contract);
        if (!unlawful.isEmpty()) return new Sending.Unlawful(unlawful);
        var now = now();
        var pdf = toRead(contract, content, now);
        var read = keep(contract, contract.code() + "-lu.pdf", pdf);
        store.send(contract, new Contract.Sent(now, now.plus(PATIENCE), read.id(), read.sha256()), content);
        record(contract, "contract.sent", Map.of("sha256", read.sha256()));
        var sent = get(id);
        askNext(sent);
        return new Sending.Sent(sent);
    }

    /// What the law has against what the paper says, whether or not it is complete (PS-43, PS-44, CA-31).
    @Transactional(readOnly = true)
    public List<Finding> obstacles(Contract contract) {
        if (contract.state() != ContractState.DRAFT) return List.of();
        var amendment = Amendment.of(contract);
        var mission = contract.mission();
        if (amendment != null && mission != null) {
            return missions.obstaclesTo(mission, amendment.price(), amendment.end());
        }
        if (!contract.kind().movesTheEnd()) return List.of();
        var employment = people.get(contract.person()).employment();
        var exit = employment.exit();
        if (exit == null) return List.of();
        var papers = store.ofPerson(contract.operator(), contract.person());
        return Longer.obstacles(contract, employment.entry(), exit, papers, laws.on(Days.today(clock)));
    }

    /// Whether the person's file ends before what was signed: a month already paid kept it from following.
    @Transactional(readOnly = true)
    public boolean isAheadOfFile(Contract contract) {
        if (!contract.kind().movesTheEnd() || contract.state() != ContractState.SIGNED) return false;
        var exit = people.get(contract.person()).employment().exit();
        var until = Longer.day(contract.facts().getOrDefault(Longer.NEW_END, ""));
        return exit != null && until.filter(exit::isBefore).isPresent();
    }

    /// One party's consent. The last one's seals the file.
    @Transactional
    public Signing sign(ContractId id, Party party, Signature.How how, Consent consent) {
        var contract = store.lock(id).orElseThrow();
        boolean signedBefore = contract.signatures().stream().anyMatch(one -> one.party() == party);
        if (signedBefore) return new Signing.Signed(contract);
        var sent = contract.sent();
        if (sent == null) return new Signing.NotNow(contract, Signing.Why.NOT_SENT);
        var now = now();
        switch (contract.stateAt(now)) {
            case EXPIRED -> {
                if (contract.state() == ContractState.TO_SIGN) store.close(contract, ContractState.EXPIRED, null);
                return new Signing.NotNow(contract, Signing.Why.EXPIRED);
            }
            case SIGNED, REFUSED, WITHDRAWN -> {
                return new Signing.NotNow(contract, Signing.Why.OVER);
            }
            case DRAFT, TO_SIGN -> {}
        }
        var signers = signers(contract.kind());
        if (contract.next(signers).orElse(null) != party) {
            return new Signing.NotNow(contract, Signing.Why.NOT_YOUR_TURN);
        }
        var before = contract.signatures();
        var previous = before.isEmpty() ? sent.readSha256() : before.getLast().hash();
        var signature = HashChain.link(
                before.size() + 1,
                party,
                consent.name(),
                consent.email(),
                how,
                now,
                consent.address(),
                consent.drawing(),
                sent.readSha256(),
                previous);
        store.sign(contract, signature);
        record(contract, "contract.signed_by", Map.of("party", party.name(), "hash", signature.hash()));
        if (signature.position() == signers.size()) seal(get(id), sent, now);
        else askNext(get(id));
        return new Signing.Signed(get(id));
    }

    private void seal(Contract contract, Contract.Sent sent, Instant now) {
        var content = store.content(contract);
        var read = documents.content(sent.read());
        var key = seals.current(contract.operator());
        var stamped = stamped(contract, content, read, key, now);
        var sealed = stamped.orElseGet(() -> Pades.seal(
                signed(contract, content, read, seals.houseTime(now), now),
                key,
                "Contrat " + contract.code(),
                content.city(),
                now));
        var stored = keep(contract, contract.code() + ".pdf", sealed);
        store.seal(contract, new Contract.Sealed(stored.id(), stored.sha256(), key.number(), now, stamped.isPresent()));
        record(contract, "contract.sealed", Map.of("sha256", stored.sha256()));
        files.follow(contract);
        events.publishEvent(new ContractSigned(contract.operator(), contract.id()));
    }

    /// Sealed with the time of the authority, where there is one and it answers; a sealed file never changes, so it is
    /// not
    /// asked again later.
    private Optional<byte[]> stamped(Contract contract, Snapshot content, byte[] read, SealKey key, Instant now) {
        var authority = seals.authority();
        return authority.name().flatMap(name -> {
            var pdf = signed(contract, content, read, ContractPage.stampedBy(name), now);
            try {
                return Optional.of(Pades.seal(pdf, key, "Contrat " + contract.code(), content.city(), now, authority));
            } catch (DSSException e) {
                LOG.warn("no time stamp contract={} authority={}", contract.id(), name, e);
                return Optional.empty();
            }
        });
    }

    private byte[] signed(Contract contract, Snapshot content, byte[] read, String time, Instant now) {
        return ContractPage.signed(
                content.paper(),
                content.house(),
                contract.code(),
                content.foot(),
                contract.signatures(),
                read,
                annex(contract),
                time,
                now);
    }

    private StoredDocument keep(Contract contract, String fileName, byte[] pdf) {
        return documents.storeFor(
                contract.person().value(), Keeping.CONTRACT, contract.operator(), "contract", fileName, PDF, pdf);
    }

    /// Papers of somebody who is forgotten (S-43): nobody reads them any more, nor who signed; codes and dates remain.
    @Transactional
    public void forget(Person person) {
        store.forget(person.operator(), person.id(), now());
        documents.forget(person.operator(), person.id().value(), Keeping.CONTRACT);
    }

    /// A party says no; the paper is over.
    @Transactional
    public Contract refuse(ContractId id, Party party, String reason) {
        return close(id, ContractState.REFUSED, party.name(), reason);
    }

    /// The house takes the paper back.
    @Transactional
    public Contract withdraw(ContractId id, String reason) {
        return close(id, ContractState.WITHDRAWN, Scopes.current().actor(), reason);
    }

    private Contract close(ContractId id, ContractState state, String by, String reason) {
        var contract = store.lock(id).orElseThrow();
        if (contract.state().isOver()) return contract;
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        store.close(contract, state, new Contract.Closing(now(), by, checked(reason)));
        record(contract, "contract." + state.name().toLowerCase(java.util.Locale.ROOT), Map.of("by", by));
        return get(id);
    }

    /// The paper as the entity offers it today, sealed by the entity alone; nothing is written but the seal's key.
    ///
    /// @return empty when a mandatory mention is missing: such a paper is never sealed
    @Transactional
    public Optional<byte[]> offer(PaperKind kind, Person person, @Nullable Mission mission, String code) {
        var operator = operators.get(person.operator());
        var content = content(operator, kind, person, mission, Map.of(), null);
        if (!content.paper().isComplete()) return Optional.empty();
        var now = now();
        var pdf = ContractPage.toRead(
                content.paper(),
                content.house(),
                code,
                content.foot(),
                names(operator, kind, person, mission),
                List.of(),
                now);
        return Optional.of(Pades.seal(pdf, seals.current(operator.id()), code, content.city(), now));
    }

    /// The same before it is complete, marked as a draft and never sealed.
    @Transactional(readOnly = true)
    public byte[] outline(PaperKind kind, Person person, @Nullable Mission mission, String code) {
        var operator = operators.get(person.operator());
        var content = content(operator, kind, person, mission, Map.of(), null);
        return ContractPage.toRead(
                content.paper(),
                content.house(),
                code,
                content.foot(),
                names(operator, kind, person, mission),
                List.of(),
                now());
    }

    /// The entity's seals, oldest first; the last one seals. Empty before the first paper.
    @Transactional(readOnly = true)
    public List<Seal> sealsOf(OperatorId operator) {
        return seals.all(operator).stream()
                .map(one -> new Seal(
                        one.number(),
                        one.certificate().getSubjectX500Principal().getName(),
                        one.certificate().getSerialNumber().toString(16),
                        one.madeAt(),
                        one.certificate().getNotAfter().toInstant()))
                .toList();
    }

    /// A new key seals from now on; what older ones sealed stays valid.
    ///
    /// @param seen the number that was in use when it was asked for, 0 for none: asking twice makes one key
    @Transactional
    public void renewSeal(OperatorId operator, int seen) {
        seals.renew(operator, seen);
    }

    private void askNext(Contract contract) {
        var house = operators.get(contract.operator());
        var fact =
                "contract.turn." + contract.id() + "." + contract.signatures().size();
        switch (contract.next(signers(contract.kind())).orElseThrow()) {
            case CLIENT ->
                invitations.invite(contract, clients.get(Objects.requireNonNull(contract.client())), house.name());
            case WORKER ->
                letters.turn(fact, contract, people.get(contract.person()).email(), house.name());
            case OPERATOR -> letters.turn(fact, contract, house.email(), house.name());
        }
    }

    private Snapshot today(Contract contract) {
        var mission = contract.mission();
        return content(
                operators.get(contract.operator()),
                contract.kind(),
                people.get(contract.person()),
                mission == null ? null : missions.get(mission),
                contract.facts(),
                clientPapers.of(contract).orElse(null));
    }

    private Snapshot content(
            Operator operator,
            PaperKind kind,
            Person person,
            @Nullable Mission mission,
            Map<String, String> said,
            @Nullable ClientPaper clientPaper) {
        var client = mission == null ? null : clients.get(mission.client());
        var law = laws.on(Days.today(clock));
        var facts = Facts.of(operator, person, client, mission, store.house(operator.id()), said, law, engine);
        if (clientPaper != null) facts.putAll(Facts.of(clientPaper));
        var paper =
                Templates.standard().of(kind).fill(facts, Templates.standard().facts());
        return new Snapshot(paper, operator.name(), operator.address().city(), foot(operator));
    }

    private static List<String> foot(Operator operator) {
        var foot = new ArrayList<String>();
        foot.add(operator.name() + " · SIRET "
                + French.registration(operator.siret().value()) + " · "
                + French.address(operator.address()).replace("\n", ", "));
        var guarantee = operator.guarantee();
        if (guarantee != null) {
            foot.add("Garant (C. trav. L1254-26, I)\u00A0: " + guarantee.guarantor() + ", "
                    + French.address(guarantee.address()).replace("\n", ", "));
        }
        return foot;
    }

    private byte[] toRead(Contract contract, Snapshot content, Instant at) {
        var mission = contract.mission();
        return ContractPage.toRead(
                content.paper(),
                content.house(),
                contract.code(),
                content.foot(),
                names(
                        operators.get(contract.operator()),
                        contract.kind(),
                        people.get(contract.person()),
                        mission == null ? null : missions.get(mission)),
                annex(contract),
                at);
    }

    /// What the parties sign with the paper: the client's own contract, where there is one.
    private List<byte[]> annex(Contract contract) {
        return clientPapers
                .of(contract)
                .map(one -> List.of(documents.content(one.document())))
                .orElse(List.of());
    }

    private Map<Party, String> names(Operator operator, PaperKind kind, Person person, @Nullable Mission mission) {
        var names = new LinkedHashMap<Party, String>();
        for (var party : signers(kind)) {
            names.put(
                    party,
                    switch (party) {
                        case WORKER -> person.name();
                        case CLIENT ->
                            mission == null ? "" : clients.get(mission.client()).name();
                        case OPERATOR -> operator.name();
                    });
        }
        return names;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void record(Contract contract, String action, Map<String, String> details) {
        trail.record(contract.operator(), action, "contract", contract.id().toString(), details);
    }
}
