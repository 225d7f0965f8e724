package org.passerelle.workspace.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.passerelle.deadlines.DeadlineWords;
import org.passerelle.deadlines.Urgency;
import org.passerelle.deadlines.Watched;
import org.passerelle.kernel.PersonId;
import org.passerelle.platform.web.Texts;

/// One deadline, ready to be read.
///
/// @param who the person whom it concerns and who acts
/// @param inWords « dans 3 jours », « il y a 2 jours »
/// @param button where it is done, or empty
public record DeadlineCard(
        String title,
        String day,
        String inWords,
        String state,
        String tone,
        String why,
        String missed,
        String who,
        String article,
        String href,
        String button) {

    /// @param href where it is done, or empty
    public static DeadlineCard of(Watched watched, Map<PersonId, String> names, LocalDate today, String href, Texts t) {
        var deadline = watched.deadline();
        var actor = t.localize("deadline.actor." + deadline.actor());
        var person = deadline.person();
        var name = person == null ? "" : names.getOrDefault(person, "");
        return new DeadlineCard(
                DeadlineWords.title(deadline, t),
                t.longDate(deadline.due()),
                distance(ChronoUnit.DAYS.between(today, deadline.due()), t),
                t.localize("deadline.urgency." + watched.urgency()),
                tone(watched.urgency()),
                DeadlineWords.why(deadline, t),
                DeadlineWords.missed(deadline, t),
                name.isEmpty() ? actor : actor + " · " + name,
                deadline.article(),
                href,
                t.localize("deadline.go." + deadline.subject().kind()));
    }

    private static String distance(long days, Texts t) {
        if (days == 0) return t.localize("deadline.today");
        if (days == 1) return t.localize("deadline.tomorrow");
        return days > 0 ? t.localize("deadline.in", days) : t.localize("deadline.ago", -days);
    }

    private static String tone(Urgency urgency) {
        return switch (urgency) {
            case LATE -> "refuse";
            case WEEK -> "warn";
            case WATCHED -> "info";
            case AHEAD, OVER -> "quiet";
        };
    }
}
