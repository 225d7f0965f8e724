package org.passerelle.joining;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.identity.Trail;
import org.passerelle.joining.core.HireMessage;
import org.passerelle.joining.store.DeclarationStore;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.people.ContractKind;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Prior declarations of hiring (DPAE, PS-53): made from the file, handed to Urssaf by a person, its answer recorded.
@Service
public class Declarations {

    private static final Logger LOG = LoggerFactory.getLogger(Declarations.class);

    private final DeclarationStore store;
    private final People people;
    private final Operators operators;
    private final Intents intents;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;

    Declarations(
            DeclarationStore store,
            People people,
            Operators operators,
            Intents intents,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.operators = operators;
        this.intents = intents;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// What the house adds to the file of the person.
    ///
    /// @param urssafCode three digits
    /// @param phone ten digits
    /// @param healthService code of the occupational health service, up to five signs
    public record Asked(
            LocalTime hour, String birthTown, String urssafCode, String phone, String healthService, boolean test) {

        public Asked {
            if (birthTown.isBlank()) throw new InvalidValue("birth_town.missing", "");
            if (!urssafCode.matches("[0-9]{3}")) throw new InvalidValue("urssaf.format", urssafCode);
            if (!phone.matches("0[0-9]{9}")) throw new InvalidValue("phone.format", phone);
            if (!healthService.matches("[A-Z0-9]{1,5}")) throw new InvalidValue("health_service.format", healthService);
        }
    }

    /// Makes the declaration for the day of entry.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws InvalidValue `dpae.frame` for a person without employment contract (CA-36, PE-01), `dpae.late`
    ///     when the hour has passed, `dpae.early` more than eight days before
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional
    public Declaration declare(PersonId id, Asked asked, UUID intent) {
        var person = people.get(id);
        var operator = operators.get(person.operator());
        var employment = person.employment();
        if (employment.kind() == ContractKind.CAPE || employment.kind() == ContractKind.MANDATE) {
            throw new InvalidValue("dpae.frame", "");
        }
        var wish = intents.wish(operator.id(), intent, "joining.declare", id, asked);
        if (wish.isDone()) return of(operator.id(), id).getFirst();
        var hire = employment.entry().atTime(asked.hour());
        var at = hire.atZone(Days.PARIS).toInstant();
        var now = now();
        if (!at.isAfter(now)) throw new InvalidValue("dpae.late", "");
        var today = Days.of(now);
        if (employment.entry().isAfter(today.plusDays(laws.on(today).number("DPAE_EARLIEST_DAYS")))) {
            throw new InvalidValue("dpae.early", "");
        }
        var message = new HireMessage(
                        operator.siret(),
                        operator.name(),
                        operator.ape(),
                        asked.urssafCode(),
                        operator.address(),
                        asked.phone(),
                        person.lastName(),
                        person.firstName(),
                        person.nir(),
                        person.birthDate(),
                        asked.birthTown(),
                        hire,
                        employment.exit(),
                        employment.kind() == ContractKind.CDD ? "CDD" : "CDI",
                        asked.healthService(),
                        asked.test())
                .xml();
        var made = new Declaration(
                UUID.randomUUID(),
                operator.id(),
                id,
                at,
                sha256(message),
                now,
                Declaration.Answer.AWAITED,
                null,
                null,
                null);
        store.insert(made, message, Scopes.current().actor());
        intents.keep(wish);
        record(made, "dpae.made", Map.of("sha256", made.sha256()));
        return made;
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Declaration> of(OperatorId operator, PersonId person) {
        return store.of(operator, person);
    }

    /// The file to hand in; it holds the NIR.
    @Transactional(readOnly = true)
    public String message(Declaration one) {
        LOG.info(
                "hiring declaration handed out declaration={} actor={}",
                one.id(),
                Scopes.current().actor());
        return store.message(one);
    }

    /// What it says, in its order: name of the element → value; it holds the NIR.
    @Transactional(readOnly = true)
    public Map<String, String> content(Declaration one) {
        return HireMessage.read(store.message(one));
    }

    /// Urssaf acknowledged it.
    ///
    /// @param reference number of the acknowledgement
    /// @throws InvalidValue `dpae.reference`
    /// @throws NoSuchElementException when the person has no such declaration
    @Transactional
    public void acknowledge(OperatorId operator, PersonId person, UUID id, String reference) {
        if (!reference.strip().matches("[\\p{Alnum}./_-]{4,60}")) throw new InvalidValue("dpae.reference", "");
        var one = find(operator, person, id);
        if (one.answer() != Declaration.Answer.AWAITED) return;
        store.acknowledged(one, reference.strip(), now());
        record(one, "dpae.acknowledged", Map.of("reference", reference.strip()));
    }

    /// Urssaf refused it; another one is made.
    ///
    /// @throws InvalidValue `reason.missing`
    @Transactional
    public void refuse(OperatorId operator, PersonId person, UUID id, String reason) {
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        var one = find(operator, person, id);
        if (one.answer() != Declaration.Answer.AWAITED) return;
        store.refused(one, reason.strip(), now());
        record(one, "dpae.refused", Map.of("reason", reason.strip()));
    }

    private Declaration find(OperatorId operator, PersonId person, UUID id) {
        return store.of(operator, person).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void record(Declaration one, String action, Map<String, String> details) {
        trail.record(one.operator(), action, "person", one.person().toString(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String sha256(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
