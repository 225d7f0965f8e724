package org.passerelle.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.passerelle.kernel.Finding;
import org.passerelle.missions.Mission;
import org.passerelle.missions.StartGate;
import org.springframework.stereotype.Component;

/// Nobody who joined here reports work before the declaration of hiring is acknowledged (PS-53) and the title checked
/// (KY-05); the papers have a gate of their own. Of those who were in the house before nothing is known, and nothing
/// asked.
@Component
class StartsLawfully implements StartGate {

    private static final Set<String> RULES = Set.of("PS-53", "KY-05");

    private final Joining joining;

    StartsLawfully(Joining joining) {
        this.joining = joining;
    }

    @Override
    public List<Finding> unmet(Mission mission, LocalDate day) {
        return joining.ofPerson(mission.operator(), mission.person())
                .map(application -> joining.readiness(application).gates().stream()
                        .filter(gate -> gate.stops(Gate.Moment.START))
                        .map(Gate::what)
                        .filter(what -> RULES.contains(what.ruleId()))
                        .toList())
                .orElse(List.of());
    }
}
