package org.passerelle.cli.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.cli.month.MonthFolder.ExpenseLine;
import org.passerelle.kernel.Month;

/// expenses.csv: professional expenses, each with its receipt in the folder receipts/.
final class ExpensesFile {

    static final List<String> COLUMNS =
            List.of("operator", "person", "day", "category", "label", "mission", "gross", "vat", "rebilled", "receipt");

    private ExpensesFile() {}

    static List<ExpenseLine> read(Sources sources, Map<String, House> houses, @Nullable Month month) {
        var lines = new ArrayList<ExpenseLine>();
        int number = 0;
        for (var row : Table.read(sources, "expenses.csv", "expense", COLUMNS)) {
            number++;
            var house = row.known("operator", houses, "");
            if (house == null) continue;
            var person = row.known("person", house.people(), house.code());
            var day = row.day("day");
            var category = row.choice("category", ExpenseCategory.class);
            var label = row.text("label");
            var mission = row.has("mission") ? row.known("mission", house.missions(), house.code()) : null;
            var gross = row.money("gross");
            var vat = row.money("vat");
            boolean rebilled = row.flag("rebilled");
            var name = row.text("receipt");
            if (row.isBad()) continue;
            if (month != null && !month.contains(day))
                row.problem("day", "day_outside", day.toString(), month.toString());
            if (!gross.isPositive()) row.problem("gross", "positive", gross.toString());
            if (vat.isNegative() || vat.compareTo(gross) >= 0) row.problem("vat", "vat_share", vat.toString());
            if (rebilled && mission == null) row.problem("mission", "rebilled_without_mission");
            if (mission != null && !mission.person().equals(person)) {
                row.problem(
                        "mission",
                        "mission_of_other",
                        mission.code(),
                        mission.person().name());
            }
            if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}")) {
                row.problem("receipt", "receipt_name", name);
                continue;
            }
            var receipt = sources.bytes("receipts/" + name);
            if (row.isBad() || receipt == null) continue;
            lines.add(new ExpenseLine(
                    number,
                    person,
                    day,
                    category,
                    label,
                    mission == null ? null : mission.code(),
                    gross,
                    vat,
                    rebilled,
                    name,
                    receipt));
        }
        return lines;
    }
}
