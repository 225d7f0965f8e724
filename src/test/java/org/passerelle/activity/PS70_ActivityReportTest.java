package org.passerelle.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.missions.MissionBuilder.fixedPrice;
import static org.passerelle.missions.MissionBuilder.hourlyRate;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.activity.core.ReportRules;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.missions.Mission;
import org.passerelle.missions.MissionBuilder;
import org.passerelle.missions.MissionState;
import org.passerelle.people.Person;

@DisplayName("PS-70, PS-71: what an activity report may say")
class PS70_ActivityReportTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final Laws LAWS = Laws.load();

    private final Person person = aPerson()
            .of(anOperator().build().id())
            .from("2026-10-05")
            .until("2026-10-29")
            .build();
    private final Map<String, Mission> missions = Map.of(
            "D", mission("M-D", aMission().from("2026-10-01", "2026-10-20"), MissionState.AGREED),
            "E", mission("M-E", aMission(), MissionState.AGREED),
            "H", mission("M-H", aMission().at(hourlyRate("60")), MissionState.AGREED),
            "F", mission("M-F", aMission().at(fixedPrice("9000")), MissionState.AGREED),
            "R", mission("M-R", aMission(), MissionState.REFUSED),
            "X", mission("M-X", aMission(), MissionState.ENDED));

    /// Lines are `day kind-or-mission quantity`; `D` and `E` are billed by the day, `H` by the hour, `F` at a fixed
    /// price
    /// of which `%` is a part, `R` was refused, `X` has ended.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            12 D 1                            |
            12 D 0.5, 12 E 0.5                |
            12 D 0.5, 12 TRAINING 0.5         |
            12 D 1, 12 E 0.5                  | PS-70.full
            12 D 0.5, 12 D 0.5, 12 LEAVE 0.5  | PS-70.full
            12 D 0.5, 12 H 5                  |
            12 D 0.5, 12 H 5.25               | PS-70.full
            12 H 10                           |
            12 H 10.25                        | PS-71.hours
            12 H 13                           | PS-71.hours
            12 H 13.25                        | PS-70.full, PS-71.hours
            12 D 1, 12 F 0.5%                 |
            12 F 0.5%, 13 F 0.5%              |
            12 F 0.5%, 13 F 0.51%             | PS-70.parts
            20 D 1                            |
            21 D 1                            | PS-70.dates
            05 E 1, 29 E 1                    |
            02 E 1                            | PS-70.employment
            30 E 1                            | PS-70.employment
            12 R 1                            | PS-70.mission
            12 X 1                            |
            12 ? 1                            | PS-70.mission
            12 D 5%                           | PS-70.unit
            12 H 1                            |
            17 E 1                            | PS-71.weekend
            18 E 0.5                          | PS-71.weekend
            18 SICKNESS 1                     |
            02 R 1, 21 D 1, 17 E 1            | PS-70.employment, PS-70.mission, PS-70.dates, PS-71.weekend
            """)
    void given_lines_of_october(String lines, String expected) {
        var days = Arrays.stream(lines.split(", *")).map(this::line).toList();
        assertThat(found(days)).isEqualTo(expected == null ? List.of() : Arrays.asList(expected.split(", *")));
    }

    private List<String> found(List<ActivityDay> days) {
        var byId = new java.util.HashMap<MissionId, Mission>();
        missions.values().forEach(mission -> byId.put(mission.id(), mission));
        return ReportRules.findings(person, OCTOBER, days, byId, Map.of(), LAWS.on(OCTOBER.lastDay())).stream()
                .map(finding -> finding.messageKey().substring("rule.".length()))
                .toList();
    }

    private ActivityDay line(String text) {
        var words = text.strip().split(" ");
        var day = LocalDate.parse("2026-10-" + words[0]);
        if (words[1].length() > 1) return ActivityDay.of(day, ActivityKind.valueOf(words[1]), words[2]);
        var mission = missions.get(words[1]);
        var id = mission == null ? MissionId.random() : mission.id();
        if (words[2].endsWith("%")) {
            var part = new BigDecimal(words[2].substring(0, words[2].length() - 1)).min(BigDecimal.ONE);
            return new ActivityDay(day, ActivityKind.MISSION, id, part, ActivityUnit.PART);
        }
        var unit = words[1].equals("H") ? ActivityUnit.HOUR : ActivityUnit.DAY;
        return new ActivityDay(day, ActivityKind.MISSION, id, new BigDecimal(words[2]), unit);
    }

    private Mission mission(String code, MissionBuilder terms, MissionState state) {
        var client = aClient().of(person.operator()).build();
        return new Mission(
                MissionId.random(),
                person.operator(),
                person.id(),
                client.id(),
                code,
                terms.build(),
                state,
                List.of(),
                List.of(),
                null);
    }
}
