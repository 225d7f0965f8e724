package org.passerelle.activity;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.activity.store.ExpenseStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The expenses of the entities in scope.
@Service
public class Expenses {

    private final ExpenseStore store;
    private final People people;
    private final Missions missions;
    private final Trail trail;
    private final Clock clock;
    private final Intents intents;

    Expenses(ExpenseStore store, People people, Missions missions, Trail trail, Clock clock, Intents intents) {
        this.store = store;
        this.people = people;
        this.missions = missions;
        this.trail = trail;
        this.clock = clock;
        this.intents = intents;
    }

    /// Claims an expense, in state SUBMITTED.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `expense.mission` when the mission is not one of the person's
    /// @throws NoSuchElementException when the person is not of that entity in scope
    @Transactional
    public Expense claim(Expense expense, UUID intent) {
        var person = people.get(expense.person());
        if (!person.operator().equals(expense.operator())) throw new NoSuchElementException("person " + person.id());
        var wish = wish(expense, intent);
        var before = store.byIntent(expense.operator(), intent);
        if (before.isPresent()) return before.get();
        var mission = expense.mission();
        if (mission != null
                && missions.of(person.id()).stream().noneMatch(own -> own.id().equals(mission) && own.isAgreed())) {
            throw new InvalidValue("expense.mission", "");
        }
        store.insert(expense, intent);
        intents.keep(wish);
        record(expense, "expense.claimed", Map.of());
        return store.byIntent(expense.operator(), intent).orElseThrow();
    }

    /// What was claimed under this intent. One intent at a time until the transaction ends, so that whoever stores a
    /// receipt before the claim stores it once.
    @Transactional
    public Optional<Expense> claimed(OperatorId operator, UUID intent) {
        store.lockIntent(intent);
        return store.byIntent(operator, intent);
    }

    /// Approving what is approved changes nothing.
    @Transactional
    public Expense approve(ExpenseId id) {
        var expense = store.lock(id).orElseThrow();
        if (expense.state() != ExpenseState.APPROVED) {
            store.decide(
                    expense,
                    ExpenseState.APPROVED,
                    null,
                    clock.instant(),
                    Scopes.current().actor());
            record(expense, "expense.approved", Map.of());
        }
        return get(id);
    }

    /// Gives the expense back with a reason the worker reads.
    ///
    /// @throws InvalidValue `reason.missing` when there is none
    /// @throws IllegalStateException when it is approved
    @Transactional
    public Expense giveBack(ExpenseId id, String reason) {
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        var expense = store.lock(id).orElseThrow();
        if (expense.state() == ExpenseState.APPROVED) throw new IllegalStateException("expense " + id + " is approved");
        store.decide(
                expense,
                ExpenseState.RETURNED,
                reason.strip(),
                clock.instant(),
                Scopes.current().actor());
        record(expense, "expense.returned", Map.of("reason", reason.strip()));
        return get(id);
    }

    @Transactional(readOnly = true)
    public Optional<Expense> find(ExpenseId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such expense
    @Transactional(readOnly = true)
    public Expense get(ExpenseId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Expense> of(PersonId person, Month month) {
        return store.of(person, month);
    }

    /// The expenses that wait for the gestionnaire, oldest first.
    @Transactional(readOnly = true)
    public List<Expense> waiting(OperatorId operator) {
        return store.waiting(operator);
    }

    /// The entity's expenses of a month.
    @Transactional(readOnly = true)
    public List<Expense> all(OperatorId operator, Month month) {
        return store.all(operator, month);
    }

    // The receipt is compared by whoever stores it: here it has only the id of this try.
    private Intents.Wish wish(Expense expense, UUID intent) {
        return intents.wish(
                expense.operator(),
                intent,
                "expense",
                expense.person(),
                expense.month(),
                expense.day(),
                expense.category(),
                expense.label(),
                expense.mission(),
                expense.gross(),
                expense.vat(),
                expense.rebilled());
    }

    private void record(Expense expense, String action, Map<String, String> details) {
        var all = new java.util.TreeMap<>(details);
        all.put("gross", expense.gross().toString());
        trail.record(expense.operator(), action, "expense", expense.id().toString(), all);
    }
}
