package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.PaperKind;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.PersonId;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Component;

/// Papers as a table of the desk, on their own page and on those of people and missions.
@Component
class ContractList {

    private final People people;
    private final Clock clock;

    ContractList(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    Listing of(Desk desk, String title, List<Contract> contracts, Texts t) {
        var columns = List.of(
                Column.text(t.localize("contracts.paper")),
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("contracts.drafted")),
                Column.text(t.localize("contracts.state")));
        var rows = contracts.stream()
                .map(contract -> List.of(
                        Cell.link(
                                t.localize("contracts.kind." + contract.kind().name()),
                                contract.code(),
                                desk.href("contrats/" + contract.id())),
                        Cell.text(people.get(contract.person()).name()),
                        Cell.text(t.date(Days.of(contract.draftedAt()))),
                        Cell.badge(state(contract, t), tone(contract.stateAt(clock.instant())))))
                .toList();
        return new Listing(title, columns, rows, t.localize("contracts.desk.none"));
    }

    /// Whether such a paper was drawn up and is not refused, withdrawn or expired.
    boolean stands(List<Contract> all, PaperKind kind) {
        return all.stream().filter(one -> one.kind() == kind).anyMatch(one -> {
            var state = one.stateAt(clock.instant());
            return !state.isOver() || state == ContractState.SIGNED;
        });
    }

    /// Those that may follow now: something is signed, and none of that kind is being prepared or signed.
    List<PaperKind> next(List<Contract> all, List<PaperKind> kinds) {
        if (all.stream().noneMatch(one -> one.state() == ContractState.SIGNED)) return List.of();
        return kinds.stream()
                .filter(kind -> all.stream()
                        .noneMatch(one -> one.kind() == kind
                                && !one.stateAt(clock.instant()).isOver()))
                .toList();
    }

    /// The button that draws one up.
    Act draft(Desk desk, PaperKind kind, PersonId person, @Nullable MissionId mission, Texts t) {
        var href = desk.href("contrats") + "?kind=" + kind + "&person=" + person
                + (mission == null ? "" : "&mission=" + mission);
        return Act.saying(
                t.localize("contracts.desk.draft", t.localize("contracts.kind." + kind.name())),
                t.localize("contracts.desk.draft.hint"),
                href);
    }

    /// Where it stands; while it waits, for whom.
    String state(Contract contract, Texts t) {
        var state = contract.stateAt(clock.instant());
        var next = contract.next(Contracts.signers(contract.kind()));
        return state == ContractState.TO_SIGN && next.isPresent()
                ? t.localize("contracts.next." + next.get().name())
                : t.localize("contracts.state." + state.name());
    }

    static String tone(ContractState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "quiet";
            case TO_SIGN -> "warn";
            case SIGNED -> "ok";
            case REFUSED, EXPIRED -> "refuse";
        };
    }
}
