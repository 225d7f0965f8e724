package org.passerelle.people;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Severity;
import org.passerelle.kernel.UserId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.people.core.HiringRules;
import org.passerelle.people.store.PersonStore;
import org.passerelle.platform.once.Codes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The freelancers of the entities in scope.
@Service
public class People {

    private final PersonStore store;
    private final Operators operators;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;
    private final Intents intents;
    private final Codes codes;

    People(PersonStore store, Operators operators, Trail trail, Laws laws, Clock clock, Intents intents, Codes codes) {
        this.store = store;
        this.operators = operators;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
        this.intents = intents;
        this.codes = codes;
    }

    /// Brings a person in. Refused: a contract of another frame (PS-20), a NIR the entity already has.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `code.taken` when another person of the entity has the code
    @Transactional
    public Registration register(Person person, UUID intent) {
        return register(person, intent, false);
    }

    /// The same under the next free matricule, whatever code the person came with: two who do so at once both succeed.
    @Transactional
    public Registration registerNext(Person person, UUID intent) {
        return register(person, intent, true);
    }

    private Registration register(Person person, UUID intent, boolean next) {
        var wish = wish(person, intent);
        var before = store.byIntent(person.operator(), intent);
        if (before.isPresent()) return new Registration.Registered(before.get(), List.of());
        if (!next && store.byCode(person.operator(), person.code()).isPresent()) {
            throw new InvalidValue("code.taken", person.code());
        }
        var findings = findings(person);
        if (refused(findings)) return new Registration.Refused(findings);
        var operator = operators.get(person.operator());
        var coded = next ? person.coded(codes.next(operator.id(), "P", () -> store.codes(operator.id()))) : person;
        store.insert(coded, operator.frame(), intent);
        intents.keep(wish);
        record(coded, "person.registered", Map.of());
        return new Registration.Registered(coded, findings);
    }

    private Intents.Wish wish(Person person, UUID intent) {
        return intents.wish(
                person.operator(),
                intent,
                "person",
                person.user(),
                person.firstName(),
                person.lastName(),
                person.birthDate(),
                person.nir().value(),
                person.address(),
                person.email(),
                person.iban().value(),
                person.qualification(),
                person.ownSiren(),
                person.sapDeclared(),
                person.employment(),
                person.withholding());
    }

    /// Replaces what may change: everything but id, entity and code.
    ///
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional
    public Registration change(Person person) {
        var before = store.find(person.id()).orElseThrow();
        var findings = findings(person);
        if (refused(findings)) return new Registration.Refused(findings);
        if (!store.update(person)) throw new NoSuchElementException("person " + person.id());
        record(person, "person.changed", changes(before, person));
        return new Registration.Registered(get(person.id()), findings);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such person
    @Transactional(readOnly = true)
    public Person get(PersonId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Person> byCode(OperatorId operator, String code) {
        return store.byCode(operator, code);
    }

    /// The worker files of a sign-in, one for each entity that employs the person.
    @Transactional(readOnly = true)
    public List<Person> byUser(UserId user) {
        return store.byUser(user);
    }

    /// The entity's people by code, those who left included.
    @Transactional(readOnly = true)
    public List<Person> all(OperatorId operator) {
        return store.all(operator);
    }

    private List<Finding> findings(Person person) {
        return HiringRules.findings(
                operators.get(person.operator()),
                person,
                store.holds(person.operator(), person.nir(), person.id()),
                laws.on(Days.today(clock)));
    }

    private static boolean refused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE);
    }

    // Which fields changed; never what they hold (S-44).
    private static Map<String, String> changes(Person before, Person after) {
        var changed = new java.util.TreeSet<String>();
        if (!before.iban().equals(after.iban())) changed.add("iban");
        if (!before.nir().equals(after.nir())) changed.add("nir");
        if (!before.name().equals(after.name())) changed.add("name");
        if (!before.address().equals(after.address())) changed.add("address");
        if (!before.email().equals(after.email())) changed.add("email");
        if (!before.qualification().equals(after.qualification())) changed.add("qualification");
        if (!before.employment().equals(after.employment())) changed.add("employment");
        if (!before.withholding().equals(after.withholding())) changed.add("withholding");
        return Map.of("fields", String.join(" ", changed));
    }

    private void record(Person person, String action, Map<String, String> details) {
        trail.record(person.operator(), action, "person", person.id().toString(), details);
    }
}
