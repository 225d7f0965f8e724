package org.passerelle.gatherings.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.law.WorkingDays;

/// When the sessions of a rule are: Monday to Friday without public holidays, at an hour of Paris. The hour stays when
/// the
/// clocks change; the instant moves.
public final class Slots {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Slots() {}

    /// The next days with a session that has not begun.
    public static List<LocalDate> next(LocalTime at, WorkingDays days, Instant now, int count) {
        var found = new ArrayList<LocalDate>();
        for (var day = now.atZone(PARIS).toLocalDate(); found.size() < count; day = day.plusDays(1)) {
            if (days.isOuvre(day) && starts(day, at).isAfter(now)) found.add(day);
        }
        return found;
    }

    /// An hour that the change of clocks leaves out is the hour after.
    public static Instant starts(LocalDate day, LocalTime at) {
        return day.atTime(at).atZone(PARIS).toInstant();
    }
}
