package org.passerelle.deadlines.core;

import java.util.List;
import org.passerelle.deadlines.Deadline;
import org.passerelle.law.Laws;

/// Every clock of SW-03 that runs in an entity, the earliest day first. Pure: the same situation gives the same list.
public final class Clocks {

    private Clocks() {}

    public static List<Deadline> of(Situation situation, Laws laws) {
        var found = new Collected(situation, laws);
        EntityClocks.collect(found);
        for (var person : situation.people()) {
            WorkerClocks.collect(found, person);
            CooperativeClocks.collect(found, person);
        }
        for (var mission : situation.missions()) MissionClocks.collect(found, mission);
        return found.all();
    }
}
