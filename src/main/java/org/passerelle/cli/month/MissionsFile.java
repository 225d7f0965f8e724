package org.passerelle.cli.month;

import java.util.List;
import java.util.Map;
import org.passerelle.cli.month.MonthFolder.MissionLine;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.DateRange;
import org.passerelle.missions.MissionTerms;
import org.passerelle.missions.PriceMode;

/// missions.csv: what was agreed with clients. What decides about the frame and is left empty is not guessed.
final class MissionsFile {

    static final List<String> COLUMNS = List.of(
            "operator",
            "code",
            "person",
            "client",
            "title",
            "activity",
            "start",
            "end",
            "price_mode",
            "price",
            "vat_rate",
            "purpose",
            "recourse_reason",
            "goods",
            "regulated",
            "at_home",
            "dangerous_work",
            "replaces_strikers",
            "days_per_month",
            "order_reference");

    private MissionsFile() {}

    static void read(Sources sources, Map<String, House> houses) {
        for (var row : Table.read(sources, "missions.csv", "mission", COLUMNS)) {
            var house = row.known("operator", houses, "");
            var code = row.text("code");
            if (house == null) continue;
            if (house.missions().containsKey(code)) row.problem("code", "code_twice", code);
            if (!code.matches("[A-Z0-9][A-Z0-9-]{0,19}")) row.problem("code", "code", code);
            mission(house, code, row);
            if (row.isBad()) sources.spoil("mission", house.code(), code);
        }
    }

    private static void mission(House house, String code, Row row) {
        var person = row.known("person", house.people(), house.code());
        var client = row.known("client", house.clients(), house.code());
        var title = row.text("title");
        var activity = row.text("activity");
        var start = row.day("start");
        var end = row.day("end");
        var mode = row.choice("price_mode", PriceMode.class);
        var price = row.money("price");
        var vat = row.percent("vat_rate");
        var purpose = row.maybeChoice("purpose", Purpose.class);
        var reason = row.maybeChoice("recourse_reason", RecourseReason.class);
        var goods = row.maybeFlag("goods");
        var regulated = row.maybeFlag("regulated");
        var atHome = row.maybeFlag("at_home");
        var dangerous = row.maybeFlag("dangerous_work");
        var strikers = row.maybeFlag("replaces_strikers");
        var days = row.number("days_per_month");
        var order = row.has("order_reference") ? row.text("order_reference") : null;
        row.build(() -> new MissionLine(
                        row.place("code"),
                        code,
                        person,
                        client,
                        new MissionTerms(
                                title,
                                activity,
                                new DateRange(start, end),
                                mode,
                                price,
                                vat,
                                purpose,
                                reason,
                                goods,
                                regulated,
                                atHome,
                                dangerous,
                                strikers,
                                days,
                                order)))
                .ifPresent(mission -> house.missions().put(code, mission));
    }
}
