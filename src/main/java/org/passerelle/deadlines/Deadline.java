package org.passerelle.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// One clock of one subject. Its words are the messages `deadline.<rule>.<variant>`, with `.why` and `.missed`.
///
/// @param rule id of the rule in the catalogue: `PS-55`
/// @param variant which of the rule's clocks: `sign`
/// @param occurrence which one of a clock that comes again (`2026`, `3`), or empty
/// @param person the worker whom it concerns, or null
/// @param due last day in time; of a milestone, the day itself
/// @param alerts days on which it is recalled, rising, none after the due day
/// @param article as it is cited on that day
/// @param data values that the words name; days as `2026-11-23`
/// @param versions code of each dated parameter used → first day of the version
public record Deadline(
        OperatorId operator,
        String rule,
        String variant,
        String occurrence,
        Nature nature,
        Subject subject,
        @Nullable PersonId person,
        LocalDate due,
        List<LocalDate> alerts,
        Actor actor,
        String article,
        Map<String, String> data,
        Map<String, LocalDate> versions) {

    public static final Comparator<Deadline> BY_DAY = Comparator.comparing(Deadline::due)
            .thenComparing(Deadline::rule)
            .thenComparing(Deadline::variant)
            .thenComparing(deadline -> deadline.subject().id())
            .thenComparing(Deadline::occurrence);

    private static final int WEEK_DAYS = 7;

    public Deadline {
        alerts = alerts.stream()
                .filter(day -> !day.isAfter(due))
                .sorted()
                .distinct()
                .toList();
        data = Map.copyOf(data);
        versions = Map.copyOf(versions);
    }

    /// The same whenever it is computed again, also when the day moves.
    public UUID id() {
        var key = String.join(
                "|",
                operator.toString(),
                rule,
                variant,
                occurrence,
                subject.kind().name(),
                subject.id().toString());
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    public String messageKey() {
        return "deadline." + rule + "." + variant;
    }

    /// @param over somebody said that it was done, or lifted it
    public Urgency urgency(LocalDate today, boolean over) {
        if (over) return Urgency.OVER;
        if (due.isBefore(today)) return nature == Nature.DUTY ? Urgency.LATE : Urgency.OVER;
        if (!due.isAfter(today.plusDays(WEEK_DAYS))) return Urgency.WEEK;
        return alerts.stream().anyMatch(day -> !day.isAfter(today)) ? Urgency.WATCHED : Urgency.AHEAD;
    }
}
