package org.passerelle.contracts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.core.Reminding;
import org.passerelle.contracts.store.ContractStore;
import org.passerelle.contracts.store.ReminderStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Papers that wait for a signature: whose turn it is is written to, by a schedule and by hand; what nobody signed in
/// time
/// is closed, and house and worker are told. A signature, a refusal or a withdrawal ends it.
@Service
public class SigningReminders {

    private final ContractStore store;
    private final ReminderStore reminders;
    private final Letters letters;
    private final Invitations invitations;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Trail trail;
    private final Laws laws;
    private final Clock clock;

    SigningReminders(
            ContractStore store,
            ReminderStore reminders,
            Letters letters,
            Invitations invitations,
            Operators operators,
            People people,
            Clients clients,
            Trail trail,
            Laws laws,
            Clock clock) {
        this.store = store;
        this.reminders = reminders;
        this.letters = letters;
        this.invitations = invitations;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.trail = trail;
        this.laws = laws;
        this.clock = clock;
    }

    /// Those of one paper, the oldest first.
    @Transactional(readOnly = true)
    public List<Reminder> of(Contract contract) {
        return reminders.of(contract);
    }

    /// Whether a person may ask again now: not within a day of the last time.
    @Transactional(readOnly = true)
    public boolean mayAskAgain(Contract contract) {
        return contract.stateAt(clock.instant()) == ContractState.TO_SIGN
                && Reminding.mayAskAgain(contract, reminders.of(contract), clock.instant());
    }

    /// What the schedule wants told by now, and what has expired.
    ///
    /// @return how many mails it led to
    @Transactional
    public int tell(OperatorId operator) {
        var schedule = Reminding.schedule(laws.on(Days.today(clock)).text("SIGN_REMINDER_DAYS"));
        int told = 0;
        for (var waiting : store.toSign(operator)) {
            var contract = store.lock(waiting).orElseThrow();
            if (contract.state() != ContractState.TO_SIGN) continue;
            if (contract.stateAt(now()) == ContractState.EXPIRED) {
                told += expired(contract);
                continue;
            }
            var party = turn(contract);
            var step = Reminding.due(contract, party, schedule, reminders.of(contract), Days.today(clock));
            if (step.isPresent() && remind(contract, new Reminder(party, step.get(), now(), false))) told++;
        }
        return told;
    }

    /// A person of the house asks again.
    ///
    /// @throws InvalidValue `contract.reminded` within a day of the last time, or when no signature is awaited
    @Transactional
    public Contract again(ContractId id) {
        var contract = store.lock(id).orElseThrow();
        if (!mayAskAgain(contract)) throw new InvalidValue("contract.reminded", "");
        long before = reminders.of(contract).stream().filter(Reminder::byHand).count();
        remind(contract, new Reminder(turn(contract), (int) before + 1, now(), true));
        return contract;
    }

    private boolean remind(Contract contract, Reminder one) {
        if (!reminders.told(contract, one)) return false;
        var house = operators.get(contract.operator());
        var fact = "contract.reminder.%s.%s.%s%d"
                .formatted(contract.id(), one.party(), one.byHand() ? "h" : "s", one.step());
        switch (one.party()) {
            case CLIENT ->
                invitations.invite(contract, clients.get(Objects.requireNonNull(contract.client())), house.name());
            case WORKER ->
                letters.turn(fact, contract, people.get(contract.person()).email(), house.name());
            case OPERATOR -> letters.turn(fact, contract, house.email(), house.name());
        }
        trail.record(
                contract.operator(),
                "contract.reminded",
                "contract",
                contract.id().toString(),
                Map.of("party", one.party().name()));
        return true;
    }

    private int expired(Contract contract) {
        store.close(contract, ContractState.EXPIRED, null);
        var house = operators.get(contract.operator());
        var person = people.get(contract.person());
        letters.expired(contract, house.email(), person.name(), turn(contract));
        letters.expired(contract, person.email(), person.name(), turn(contract));
        trail.record(
                contract.operator(),
                "contract.expired",
                "contract",
                contract.id().toString(),
                Map.of());
        return 2;
    }

    private static Party turn(Contract contract) {
        return contract.next(Contracts.signers(contract.kind())).orElseThrow();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
