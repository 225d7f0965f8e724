package org.passerelle.privacy.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.law.Law;
import org.passerelle.privacy.Holding;
import org.passerelle.privacy.Holding.State;
import org.passerelle.privacy.Kind;

/// The table of RG-02 for one person on one day.
public final class Retention {

    private Retention() {}

    /// @param entry first day of the contract
    /// @param exit last day of the contract, null while it runs
    /// @param erased what was forgotten, and when
    /// @param held whether a dispute keeps everything
    public static List<Holding> of(
            Law law,
            LocalDate birth,
            LocalDate entry,
            @Nullable LocalDate exit,
            Map<Kind, Instant> erased,
            boolean held) {
        var list = new ArrayList<Holding>();
        for (var kind : Kind.values()) {
            var until = until(kind, law, birth, entry, exit);
            var gone = erased.get(kind);
            list.add(new Holding(
                    kind, state(kind, law.day(), exit, until, gone, held), until, article(kind, law), gone));
        }
        return List.copyOf(list);
    }

    private static State state(
            Kind kind,
            LocalDate on,
            @Nullable LocalDate exit,
            @Nullable LocalDate until,
            @Nullable Instant gone,
            boolean held) {
        if (gone != null) return State.ERASED;
        if (kind == Kind.BOOKS) return State.STAYS;
        if (until == null && exit == null) return State.RUNNING;
        if (until != null && !on.isAfter(until)) return State.KEPT;
        return held ? State.HELD : State.READY;
    }

    private static @Nullable LocalDate until(
            Kind kind, Law law, LocalDate birth, LocalDate entry, @Nullable LocalDate exit) {
        if (kind == Kind.PROOF) return entry.plusMonths(law.number("RETENTION_PROOF_MONTHS"));
        if (exit == null) return null;
        return switch (kind) {
            case PROOF, ACCOUNT -> exit;
            case REGISTER -> exit.plusYears(law.number("RETENTION_REGISTER_YEARS"));
            case FILE, CONTRACT -> exit.plusYears(law.number("RETENTION_CONTRACT_YEARS"));
            case RECEIPT, BOOKS -> exit.plusYears(law.number("RETENTION_ACCOUNTING_YEARS"));
            case PAYSLIP, NAME -> payslips(law, birth, exit);
        };
    }

    /// The later of so many years after the end and the age of the law: D3243-8 names the earlier of the two as the
    /// least;
    /// keeping until the later one loses nobody a payslip.
    private static LocalDate payslips(Law law, LocalDate birth, LocalDate exit) {
        var years = exit.plusYears(law.number("RETENTION_PAYSLIP_YEARS"));
        var aged = birth.plusYears(law.number("RETENTION_PAYSLIP_AGE"));
        return years.isBefore(aged) ? aged : years;
    }

    private static String article(Kind kind, Law law) {
        return switch (kind) {
            case ACCOUNT -> "";
            case PROOF -> law.article("RETENTION_PROOF_MONTHS");
            case REGISTER -> law.article("RETENTION_REGISTER_YEARS");
            case FILE, CONTRACT -> law.article("RETENTION_CONTRACT_YEARS");
            case RECEIPT, BOOKS -> law.article("RETENTION_ACCOUNTING_YEARS");
            case PAYSLIP, NAME -> law.article("RETENTION_PAYSLIP_YEARS");
        };
    }
}
