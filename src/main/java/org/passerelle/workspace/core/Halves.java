package org.passerelle.workspace.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;

/// A calendar of half days, as people tick it, and the lines of a report, as the law wants them. What a half day was
/// spent on is written `MISSION:<id>`, `TRAINING` …, or an empty text for nothing.
public final class Halves {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Halves() {}

    /// @return for each day with day lines: what the morning and the afternoon were spent on
    public static Map<LocalDate, List<String>> of(List<ActivityDay> lines) {
        var halves = new TreeMap<LocalDate, List<String>>();
        for (var line : lines) {
            if (line.unit() != ActivityUnit.DAY) continue;
            var day = halves.computeIfAbsent(line.day(), _ -> new ArrayList<>());
            day.add(code(line));
            if (line.quantity().compareTo(BigDecimal.ONE) == 0) day.add(code(line));
        }
        return halves;
    }

    /// The lines of one day. Both halves alike make one line of a day.
    ///
    /// @throws InvalidValue `activity.kind` for a code that is none
    public static List<ActivityDay> lines(LocalDate day, String morning, String afternoon) {
        var lines = new ArrayList<ActivityDay>();
        if (!morning.isEmpty() && morning.equals(afternoon)) {
            lines.add(line(day, morning, BigDecimal.ONE));
            return lines;
        }
        if (!morning.isEmpty()) lines.add(line(day, morning, HALF));
        if (!afternoon.isEmpty()) lines.add(line(day, afternoon, HALF));
        return lines;
    }

    public static String code(ActivityDay line) {
        var mission = line.mission();
        return mission == null ? line.kind().name() : ActivityKind.MISSION + ":" + mission;
    }

    private static ActivityDay line(LocalDate day, String code, BigDecimal quantity) {
        if (code.startsWith(ActivityKind.MISSION + ":")) {
            var mission =
                    MissionId.of(code.substring(ActivityKind.MISSION.name().length() + 1));
            return new ActivityDay(day, ActivityKind.MISSION, mission, quantity, ActivityUnit.DAY);
        }
        try {
            return new ActivityDay(day, ActivityKind.valueOf(code), null, quantity, ActivityUnit.DAY);
        } catch (IllegalArgumentException e) {
            if (e instanceof InvalidValue invalid) throw invalid;
            throw new InvalidValue("activity.kind", code);
        }
    }
}
