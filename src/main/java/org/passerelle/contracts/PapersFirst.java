package org.passerelle.contracts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.clients.Clients;
import org.passerelle.contracts.core.Templates;
import org.passerelle.contracts.store.ContractStore;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.StartGate;
import org.passerelle.operators.Operators;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.springframework.stereotype.Component;

/// Nobody works before the papers of the mission and of the person are signed by everybody, unless the entity decided
/// otherwise (PS-55, SW-06 `startBeforeSignature`).
@Component
class PapersFirst implements StartGate {

    private final ContractStore store;
    private final Operators operators;
    private final People people;
    private final Clients clients;
    private final Laws laws;

    PapersFirst(ContractStore store, Operators operators, People people, Clients clients, Laws laws) {
        this.store = store;
        this.operators = operators;
        this.people = people;
        this.clients = clients;
        this.laws = laws;
    }

    @Override
    public List<Finding> unmet(Mission mission, LocalDate day) {
        if (operators.get(mission.operator()).policies().startBeforeSignature()) return List.of();
        var person = people.get(mission.person());
        var law = laws.on(day);
        var unmet = new ArrayList<Finding>();
        for (var kind : needed(person, mission)) {
            if (!isSigned(kind, person, mission)) unmet.add(unsigned(kind, law, mission));
        }
        return unmet;
    }

    private List<PaperKind> needed(Person person, Mission mission) {
        var kind = person.employment().kind();
        var needed = new ArrayList<PaperKind>();
        needed.add(Contracts.kindOf(kind));
        needed.addAll(Contracts.kindsOf(kind, clients.get(mission.client())));
        return needed;
    }

    private boolean isSigned(PaperKind kind, Person person, Mission mission) {
        var papers = kind.isOfMission()
                ? store.ofMission(mission.operator(), mission.id())
                : store.ofPerson(mission.operator(), person.id());
        return papers.stream().anyMatch(paper -> stands(paper.kind(), kind) && paper.state() == ContractState.SIGNED);
    }

    /// The client's own contract with our amendment is the commercial contract (PS-56).
    private static boolean stands(PaperKind paper, PaperKind needed) {
        return paper == needed || needed == PaperKind.COMMERCIAL && paper == PaperKind.COMMERCIAL_SUPPLEMENT;
    }

    /// Under the rule that wants the paper: the first of its mentions, or the one with a rule of its own.
    private static Finding unsigned(PaperKind kind, Law law, Mission mission) {
        var mention = Templates.standard().of(kind).mentions().getFirst();
        boolean dated = kind == PaperKind.COMMERCIAL;
        return new Finding(
                dated ? "PS-55" : mention.rule(),
                "unsigned_" + kind.code(),
                Severity.REFUSE,
                dated ? law.text("article_PS-55") : mention.article(),
                Map.of("mission", mission.code()),
                Map.of(),
                law.day());
    }
}
