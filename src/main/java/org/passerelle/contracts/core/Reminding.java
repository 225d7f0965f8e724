package org.passerelle.contracts.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Reminder;
import org.passerelle.platform.time.Days;

/// When somebody is reminded to sign.
public final class Reminding {

    /// By hand, nobody is written to more often than once in that time.
    private static final Duration REST = Duration.ofHours(24);

    private Reminding() {}

    /// Days after the request, from the parameter's text `3, 7, 12`.
    public static List<Integer> schedule(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
    }

    /// The step that is due on a day and was not told; of several that were missed, the last one speaks for all.
    public static Optional<Integer> due(
            Contract contract, Party party, List<Integer> schedule, List<Reminder> told, LocalDate today) {
        long waited = ChronoUnit.DAYS.between(Days.of(since(contract)), today);
        int step = (int) schedule.stream().filter(days -> days <= waited).count();
        boolean known = told.stream().anyMatch(one -> !one.byHand() && one.party() == party && one.step() >= step);
        return step == 0 || known ? Optional.empty() : Optional.of(step);
    }

    /// Whether a person may ask again now.
    public static boolean mayAskAgain(Contract contract, List<Reminder> told, Instant now) {
        var last = told.stream().map(Reminder::at).max(Instant::compareTo).orElse(since(contract));
        return !now.isBefore(last.plus(REST));
    }

    /// Since when the party whose turn it is knows that it is.
    static Instant since(Contract contract) {
        var sent = contract.sent();
        if (sent == null) throw new IllegalArgumentException("contract " + contract.code() + " was not sent");
        var signed = contract.signatures();
        return signed.isEmpty() ? sent.at() : signed.getLast().at();
    }
}
