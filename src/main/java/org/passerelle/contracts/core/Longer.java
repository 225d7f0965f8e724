package org.passerelle.contracts.core;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.PaperKind;
import org.passerelle.frames.Contracts;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Law;

/// How long a contract may still go on: renewals and the extension to look for clients (PS-43, PS-44, CA-31).
public final class Longer {

    /// The fact that says the new end, typed as `2027-03-31`.
    public static final String NEW_END = "paper.new_end_day";

    private Longer() {}

    /// @param entry first day of the contract that goes on
    /// @param exit its last day as it stands in the person's file
    /// @param papers all of that person, of which the signed ones count
    /// @return everything that the law has against it; empty for a paper that moves no end or names none yet
    public static List<Finding> obstacles(
            Contract paper, LocalDate entry, LocalDate exit, List<Contract> papers, Law law) {
        var newEnd = day(paper.facts().getOrDefault(NEW_END, ""));
        if (!paper.kind().movesTheEnd() || newEnd.isEmpty()) return List.of();
        var until = newEnd.get();
        var end = latest(exit, papers);
        var found = new ArrayList<Finding>();
        if (!until.isAfter(end)) found.add(refuse(paper.kind(), "not_later", law));
        if (law.day().isAfter(end)) found.add(refuse(paper.kind(), "too_late", law));
        int renewals = signed(PaperKind.CDD_RENEWAL, papers).size();
        switch (paper.kind()) {
            case CDD_RENEWAL -> found.addAll(Contracts.fixedTerm(entry, until, renewals + 1, null, law));
            case PROSPECTING_EXTENSION -> {
                if (!signed(PaperKind.PROSPECTING_EXTENSION, papers).isEmpty()) {
                    found.add(refuse(paper.kind(), "once", law));
                }
                found.addAll(Contracts.fixedTerm(entry, end, renewals, until, law));
            }
            default -> found.addAll(Contracts.supportContract(periods(entry, end, until, papers), law));
        }
        return found;
    }

    /// Each period as long as it was; those between the first and the last one were looked at when they were signed.
    private static List<Period> periods(LocalDate entry, LocalDate end, LocalDate until, List<Contract> papers) {
        int before = signed(PaperKind.CAPE_RENEWAL, papers).size();
        var periods = new ArrayList<Period>(
                before == 0
                        ? List.of(Period.between(entry, end.plusDays(1)))
                        : Collections.nCopies(before + 1, Period.ZERO));
        periods.add(Period.between(end.plusDays(1), until.plusDays(1)));
        return periods;
    }

    /// The file of the person may be behind what was signed, never the other way.
    private static LocalDate latest(LocalDate exit, List<Contract> papers) {
        var end = exit;
        for (var paper : papers) {
            if (!paper.kind().movesTheEnd() || paper.state() != ContractState.SIGNED) continue;
            var said = day(paper.facts().getOrDefault(NEW_END, "")).orElse(end);
            if (said.isAfter(end)) end = said;
        }
        return end;
    }

    private static List<Contract> signed(PaperKind kind, List<Contract> papers) {
        return papers.stream()
                .filter(one -> one.kind() == kind && one.state() == ContractState.SIGNED)
                .toList();
    }

    /// A day typed as `2027-03-31`; empty for anything else.
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Finding refuse(PaperKind kind, String variant, Law law) {
        var rule = switch (kind) {
            case PROSPECTING_EXTENSION -> "PS-44";
            case CAPE_RENEWAL -> "CA-31";
            default -> "PS-43";
        };
        return new Finding(rule, variant, Severity.REFUSE, law.text("article_" + rule), Map.of(), Map.of(), law.day());
    }
}
