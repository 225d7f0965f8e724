package org.passerelle.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CO-03, C. conso. L221-18: fourteen days after the conclusion, and on to the next working day")
class CO03_WithdrawalPeriodTest {

    @ParameterizedTest(name = "concluded {0} ({2}): until {1}")
    @CsvSource({
        "2026-11-10, 2026-11-24, a Tuesday",
        "2026-11-14, 2026-11-30, its end is a Saturday",
        "2026-11-15, 2026-11-30, its end is a Sunday",
        "2026-12-11, 2026-12-28, its end is Christmas and a week-end follows",
    })
    void the_last_day(LocalDate concluded, LocalDate last, String why) {
        var law = Laws.load().on(concluded);
        assertThat(Delays.consumerWithdrawal(concluded, WorkingDays.in(Territory.FRANCE), law))
                .as(why)
                .isEqualTo(last);
    }
}
