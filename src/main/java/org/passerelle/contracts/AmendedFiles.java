package org.passerelle.contracts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.passerelle.contracts.core.Amendment;
import org.passerelle.contracts.core.Longer;
import org.passerelle.identity.Trail;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Change;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a signed amendment changes in the files by itself, in the transaction of the last signature: the end of a
/// person's contract (PS-43, PS-44, CA-31), the price of a mission from its day on and its end (PS-57). Months paid and
/// invoices drawn up stay as they are.
@Component
class AmendedFiles {

    private static final int TRIES = 3;

    private final People people;
    private final Missions missions;
    private final Trail trail;

    AmendedFiles(People people, Missions missions, Trail trail) {
        this.people = people;
        this.missions = missions;
        this.trail = trail;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void follow(Contract signed) {
        var amendment = Amendment.of(signed);
        var mission = signed.mission();
        if (amendment != null && mission != null) {
            missions.amend(mission, amendment.from(), amendment.price(), amendment.end(), signed.code());
            record(signed, true);
        }
        if (!signed.kind().movesTheEnd()) return;
        var until = Longer.day(signed.facts().getOrDefault(Longer.NEW_END, ""));
        if (until.isPresent()) record(signed, moved(signed, until.get()));
    }

    private boolean moved(Contract signed, LocalDate until) {
        var intent = UUID.nameUUIDFromBytes(("amended " + signed.id()).getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < TRIES; i++) {
            var file = people.revised(signed.person());
            var person = file.value();
            if (!mayMove(person, until)) return false;
            var employment = person.employment();
            var longer = person.with(employment.between(employment.entry(), until), person);
            switch (people.change(longer, file.revision(), intent)) {
                case Change.Changed<Person> _ -> {
                    return true;
                }
                case Change.Refused<Person> _ -> {
                    return false;
                }
                case Change.Meanwhile<Person> _ -> {} // a colleague was faster: with their change
            }
        }
        return false;
    }

    /// Nothing that was paid moves: a contract that ended in a paid month was paid as ended.
    private boolean mayMove(Person person, LocalDate until) {
        var exit = person.employment().exit();
        if (exit == null || !until.isAfter(exit)) return false;
        var paid = people.lastPaid(person);
        return paid == null || exit.isAfter(paid.lastDay());
    }

    private void record(Contract signed, boolean followed) {
        trail.record(
                signed.operator(),
                followed ? "contract.followed" : "contract.not_followed",
                "contract",
                signed.id().toString(),
                Map.of());
    }
}
