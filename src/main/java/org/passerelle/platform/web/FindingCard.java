package org.passerelle.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Severity;

/// What a rule found, ready to be read: `ui/finding.jte`, `ui/findings.jte`.
///
/// @param ruleId id in the catalogue: `PS-01`
/// @param severity how much it weighs
/// @param article as cited on that day, or an empty text
/// @param sentence the reason
/// @param way what to do instead ([Texts#wayOut]), or null
/// @param wayOut its button, or null
/// @param provenance the day the law was asked for and since when the rules used are in force
public record FindingCard(
        String ruleId,
        Severity severity,
        String article,
        String sentence,
        @Nullable String way,
        @Nullable WayOut wayOut,
        String provenance) {

    public static FindingCard of(Finding finding, Texts t) {
        return of(finding, t, null);
    }

    public static FindingCard of(Finding finding, Texts t, @Nullable WayOut wayOut) {
        var since = finding.parameterVersions().values().stream().max(java.time.LocalDate::compareTo);
        var provenance = since.map(day -> t.localize("ui.finding.on.since", t.date(finding.on()), t.date(day)))
                .orElseGet(() -> t.localize("ui.finding.on", t.date(finding.on())));
        return new FindingCard(
                finding.ruleId(),
                finding.severity(),
                finding.article(),
                t.finding(finding),
                t.wayOut(finding).orElse(null),
                wayOut,
                provenance);
    }

    public static List<FindingCard> of(List<Finding> findings, Texts t) {
        return findings.stream().map(f -> of(f, t)).toList();
    }

    /// Ending of the CSS class and of the text key: `refuse`, `warn`, `info`.
    public String tone() {
        return severity.name().toLowerCase(java.util.Locale.ROOT);
    }
}
