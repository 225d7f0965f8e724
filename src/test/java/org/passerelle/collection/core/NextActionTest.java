package org.passerelle.collection.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.collection.Next;
import org.passerelle.collection.Schedule;
import org.passerelle.collection.Step;

@DisplayName("The one next action: each step once, in its order, when its day has come and a week after the one before")
class NextActionTest {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 1);

    @ParameterizedTest(name = "day {0}, sent on days {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0  |            | WAIT
            2  |            | WAIT
            3  |            | FRIENDLY
            40 |            | FRIENDLY
            14 | 3          | WAIT
            15 | 3          | FIRM
            15 | 9          | WAIT
            16 | 9          | FIRM
            29 | 3 15       | WAIT
            30 | 3 15       | NOTICE
            36 | 3 15 30    | WAIT
            37 | 3 15 30    | LITIGATION
            """)
    void by_the_usual_rhythm(int day, String sent, Next expected) {
        var days = new EnumMap<Step, LocalDate>(Step.class);
        var left = sent == null ? new String[0] : sent.split(" ");
        for (int i = 0; i < left.length; i++) days.put(Step.values()[i], DUE.plusDays(Integer.parseInt(left[i])));
        var today = DUE.plusDays(day);
        assertThat(NextAction.of(DUE, today, days, false, false, Schedule.usual()))
                .as(Arrays.toString(left))
                .isEqualTo(expected);
        assertThat(NextAction.of(DUE, today, days, true, false, Schedule.usual()))
                .isEqualTo(Next.DISPUTE);
        assertThat(NextAction.of(DUE, today, days, false, true, Schedule.usual()))
                .isEqualTo(Next.AT_LITIGATION);
    }
}
