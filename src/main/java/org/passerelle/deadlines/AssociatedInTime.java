package org.passerelle.deadlines;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Finding;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.StartGate;
import org.passerelle.people.People;
import org.springframework.stereotype.Component;

/// Nobody works under a CESA that the law has ended (CA-03). Where the cooperative departs from the rule on a legal
/// opinion of its own, the file warns instead (CA-40).
@Component
class AssociatedInTime implements StartGate {

    private final Memberships memberships;
    private final People people;
    private final Laws laws;

    AssociatedInTime(Memberships memberships, People people, Laws laws) {
        this.memberships = memberships;
        this.people = people;
        this.laws = laws;
    }

    @Override
    public List<Finding> unmet(Mission mission, LocalDate day) {
        return memberships
                .of(people.get(mission.person()))
                .filter(standing -> standing.isOverOn(day))
                .map(standing -> List.of(Memberships.over(standing, laws.on(day))))
                .orElse(List.of());
    }
}
