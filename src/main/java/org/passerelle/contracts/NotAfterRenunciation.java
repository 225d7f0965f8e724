package org.passerelle.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.contracts.store.ContractStore;
import org.passerelle.contracts.store.RenunciationStore;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.StartGate;
import org.passerelle.platform.time.Days;
import org.springframework.stereotype.Component;

/// Nobody works on after the private individual withdrew, and the days before are due only when the quote held their
/// express request to start early (CO-03, CO-04): what is not reported is not invoiced.
@Component
class NotAfterRenunciation implements StartGate {

    private final ContractStore contracts;
    private final RenunciationStore renunciations;
    private final Laws laws;

    NotAfterRenunciation(ContractStore contracts, RenunciationStore renunciations, Laws laws) {
        this.contracts = contracts;
        this.renunciations = renunciations;
        this.laws = laws;
    }

    @Override
    public List<Finding> unmet(Mission mission, LocalDate day) {
        var found = new ArrayList<Finding>();
        for (var paper : contracts.ofMission(mission.operator(), mission.id())) {
            if (paper.kind() != PaperKind.CONSUMER_QUOTE || paper.state() != ContractState.SIGNED) continue;
            renunciations.of(paper).ifPresent(one -> {
                var declared = Days.of(one.at());
                boolean asked =
                        !paper.facts().getOrDefault("paper.express_request", "").isBlank();
                if (!asked) found.add(refuse("CO-04", "renounced", mission, day));
                else if (day.isAfter(declared)) found.add(refuse("CO-03", "renounced", mission, day));
            });
        }
        return found;
    }

    private Finding refuse(String rule, String variant, Mission mission, LocalDate day) {
        var law = laws.on(day);
        return new Finding(
                rule,
                variant,
                Severity.REFUSE,
                law.text("article_" + rule),
                Map.of("mission", mission.code()),
                Map.of(),
                law.day());
    }
}
