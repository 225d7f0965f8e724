package org.passerelle.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.kernel.Severity;
import org.passerelle.kernel.UserId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.operators.PaidMonths;
import org.passerelle.people.core.HiringRules;
import org.passerelle.people.core.Nobody;
import org.passerelle.people.core.PersonEdit;
import org.passerelle.people.store.PersonStore;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Codes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.once.Revised;
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
    private final PaidMonths paid;

    People(
            PersonStore store,
            Operators operators,
            Trail trail,
            Laws laws,
            Clock clock,
            Intents intents,
            Codes codes,
            PaidMonths paid) {
        this.store = store;
        this.operators = operators;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
        this.intents = intents;
        this.codes = codes;
        this.paid = paid;
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
        var wish = wish(person, intent, "person");
        var before = store.byIntent(person.operator(), intent, today());
        if (before.isPresent()) return new Registration.Registered(before.get(), List.of());
        if (!next && store.byCode(person.operator(), person.code(), today()).isPresent()) {
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

    private Intents.Wish wish(Person person, UUID intent, String act) {
        return intents.wish(
                person.operator(),
                intent,
                act,
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

    /// Gives the person a sign-in. Done again it changes nothing.
    ///
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional
    public Person signsIn(PersonId id, UserId user) {
        var before = store.lock(id, today()).orElseThrow().value();
        if (user.equals(before.user())) return before;
        var after = before.signingInAs(user);
        store.update(after);
        record(after, "person.changed", Map.of("fields", "user"));
        return after;
    }

    /// Replaces what belongs to the file: everything but id, entity, code, kind of contract, IBAN and what holds from a
    /// month on. NIR, birth and entry stay once a payslip was given, and the exit in a month that was paid.
    ///
    /// @param seen the revision that the change was made of, see [#revised]
    /// @param intent the caller's id for this act; a replay changes nothing more
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `nir.paid`, `birth_date.paid`, `entry.paid`, `exit.paid`
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional
    public Change<Person> change(Person person, int seen, UUID intent) {
        return changed(wish(person, intent, "person.change"), person.id(), seen, before -> {
            var kept = before.employment();
            var after = person.with(
                    kept.between(
                            person.employment().entry(), person.employment().exit()),
                    before);
            PersonEdit.check(before, after, lastPaid(before));
            var findings = findings(after);
            if (refused(findings)) return findings;
            var fields = PersonEdit.fields(before, after);
            if (fields.isEmpty()) return List.of();
            if (!store.update(after)) throw new NoSuchElementException("person " + person.id());
            record(after, "person.changed", Map.of("fields", String.join(", ", fields)));
            return List.of();
        });
    }

    /// Another bank account, for what is ordered from now on; transfers already ordered keep theirs.
    @Transactional
    public Change<Person> changeIban(PersonId id, Iban iban, int seen, UUID intent) {
        var wish = intents.wish(get(id).operator(), intent, "person.iban", id, iban.value());
        return changed(wish, id, seen, before -> {
            if (before.iban().equals(iban)) return List.of();
            store.update(before.paidTo(iban));
            store.ibanChanged(before, clock.instant());
            var details = Map.of("iban", before.iban().masked() + " → " + iban.masked());
            record(before, "person.iban_changed", details);
            return List.of();
        });
    }

    /// Bank accounts that nothing is paid to yet, because they were named a short while ago, and until when (KY-02).
    @Transactional(readOnly = true)
    public Map<Iban, java.time.Instant> coolingIbans(OperatorId operator) {
        var hours = java.time.Duration.ofHours(laws.on(today()).number("IBAN_COOLING_HOURS"));
        var cooling = new java.util.HashMap<Iban, java.time.Instant>();
        store.ibansSince(operator, clock.instant().minus(hours))
                .forEach((iban, changed) -> cooling.put(iban, changed.plus(hours)));
        return Map.copyOf(cooling);
    }

    /// Other terms of the same contract, from a month on.
    ///
    /// @param terms with the kind and days that stand; others are left out
    /// @throws InvalidValue `month.paid`, `month.before_entry`
    @Transactional
    public Change<Person> employ(PersonId id, Month from, Employment terms, int seen, UUID intent) {
        var wish = intents.wish(get(id).operator(), intent, "person.employ", id, from, terms);
        return changed(wish, id, seen, before -> {
            PersonEdit.check(from, before.employment(), lastPaid(before));
            var then = store.find(id, from.lastDay()).orElseThrow().employment();
            var after = terms.between(then.entry(), then.exit());
            var fields = PersonEdit.fields(then, after);
            if (fields.isEmpty()) return List.of();
            store.employ(before, from, after);
            record(before, "person.employed", Map.of("month", from.toString(), "fields", String.join(", ", fields)));
            return List.of();
        });
    }

    /// Another rate of income tax withheld, from a month on. The trail says from when, and no rate (S-44).
    ///
    /// @throws InvalidValue `month.paid`, `month.before_entry`
    @Transactional
    public Change<Person> withhold(PersonId id, Month from, Withholding withholding, int seen, UUID intent) {
        var wish = intents.wish(get(id).operator(), intent, "person.withhold", id, from, withholding);
        return changed(wish, id, seen, before -> {
            PersonEdit.check(from, before.employment(), lastPaid(before));
            var then = store.find(id, from.lastDay()).orElseThrow();
            if (then.withholding().equals(withholding)) return List.of();
            store.withhold(before, from, withholding);
            record(before, "person.withheld", Map.of("month", from.toString()));
            return List.of();
        });
    }

    /// @param act does it, or says what refuses
    private Change<Person> changed(
            Intents.Wish wish, PersonId id, int seen, java.util.function.Function<Person, List<Finding>> act) {
        if (wish.isDone()) return new Change.Changed<>(get(id));
        var before = store.lock(id, today()).orElseThrow();
        if (before.revision() != seen) return new Change.Meanwhile<>(before);
        var findings = act.apply(before.value());
        if (!findings.isEmpty()) return new Change.Refused<>(findings);
        intents.keep(wish);
        return new Change.Changed<>(get(id));
    }

    /// The person today and the revision of the file, to be changed.
    ///
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional(readOnly = true)
    public Revised<Person> revised(PersonId id) {
        return store.revised(id, today()).orElseThrow();
    }

    /// The last month paid, after which terms may change; null when nothing was paid.
    @Transactional(readOnly = true)
    public @Nullable Month lastPaid(Person person) {
        return paid.last(person.operator(), person.id()).orElse(null);
    }

    /// The first month from which terms and rate may change.
    @Transactional(readOnly = true)
    public Month firstToChange(Person person) {
        return PersonEdit.first(person.employment(), lastPaid(person));
    }

    /// Other terms agreed since the entry, oldest first.
    @Transactional(readOnly = true)
    public List<Dated<Employment>> employments(Person person) {
        return store.employments(person);
    }

    /// Other rates since the entry, oldest first.
    @Transactional(readOnly = true)
    public List<Dated<Withholding>> withholdings(Person person) {
        return store.withholdings(person);
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return store.find(id, today());
    }

    /// @throws NoSuchElementException when the scope has no such person
    @Transactional(readOnly = true)
    public Person get(PersonId id) {
        return find(id).orElseThrow();
    }

    /// The person as the pay of that month takes them: contract and withholding in force on its last day.
    ///
    /// @throws NoSuchElementException when the scope has no such person
    @Transactional(readOnly = true)
    public Person in(Month month, PersonId id) {
        return store.find(id, month.lastDay()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Person> byCode(OperatorId operator, String code) {
        return store.byCode(operator, code, today());
    }

    /// The worker files of a sign-in, one for each entity that employs the person.
    @Transactional(readOnly = true)
    public List<Person> byUser(UserId user) {
        return store.byUser(user, today());
    }

    /// The entity's people by code, those who left included.
    @Transactional(readOnly = true)
    public List<Person> all(OperatorId operator) {
        return store.all(operator, today());
    }

    /// The same as the pay of that month takes them.
    @Transactional(readOnly = true)
    public List<Person> all(OperatorId operator, Month month) {
        return store.all(operator, month.lastDay());
    }

    private LocalDate today() {
        return Days.today(clock);
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

    private void record(Person person, String action, Map<String, String> details) {
        trail.record(person.operator(), action, "person", person.id().toString(), details);
    }

    /// Takes NIR, IBAN, addresses, sign-in and qualification out of the file of somebody who left (S-43, RG-02).
    @Transactional
    public void forgetFile(PersonId id) {
        forget(id, Nobody::withoutFile);
    }

    /// The same with the name and the day of birth: the code remains.
    @Transactional
    public void forgetName(PersonId id) {
        forget(id, Nobody::withoutName);
    }

    /// Nobody signs in as this person any more.
    @Transactional
    public void forgetSignIn(PersonId id) {
        store.lock(id, today()).ifPresent(found -> store.signsInNoMore(found.value()));
    }

    private void forget(PersonId id, BiFunction<Person, Integer, Person> without) {
        var person = store.lock(id, today()).orElseThrow().value();
        int salt = 0;
        var nobody = without.apply(person, salt);
        while (store.holds(person.operator(), nobody.nir(), id)) nobody = without.apply(person, ++salt);
        store.update(nobody);
        store.forgetRates(nobody);
    }
}
