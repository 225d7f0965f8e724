package org.passerelle.cli.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.cli.month.MonthFolder.ActivityLine;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;

/// activity.csv: one line per day, or part of a day, of a freelancer.
final class ActivityFile {

    static final List<String> COLUMNS = List.of("operator", "person", "day", "kind", "mission", "quantity", "unit");

    private ActivityFile() {}

    static List<ActivityLine> read(Sources sources, Map<String, House> houses, @Nullable Month month) {
        var lines = new ArrayList<ActivityLine>();
        for (var row : Table.read(sources, "activity.csv", "activity", COLUMNS)) {
            var house = row.known("operator", houses, "");
            if (house == null) continue;
            var person = row.known("person", house.people(), house.code());
            var day = row.day("day");
            var kind = row.choice("kind", ActivityKind.class);
            var mission = row.has("mission") ? row.known("mission", house.missions(), house.code()) : null;
            var quantity = row.number("quantity");
            var unit = row.choice("unit", ActivityUnit.class);
            if (row.isBad()) continue;
            if (month != null && !month.contains(day))
                row.problem("day", "day_outside", day.toString(), month.toString());
            if (mission != null && !mission.person().equals(person)) {
                row.problem(
                        "mission",
                        "mission_of_other",
                        mission.code(),
                        mission.person().name());
            }
            var id = mission == null ? null : new MissionId(Ids.of("mission", mission.code()));
            row.build(() -> new ActivityDay(day, kind, id, quantity, unit))
                    .ifPresent(_ -> lines.add(new ActivityLine(
                            row.place("day"),
                            person,
                            day,
                            kind,
                            mission == null ? null : mission.code(),
                            quantity,
                            unit)));
        }
        return lines;
    }
}
