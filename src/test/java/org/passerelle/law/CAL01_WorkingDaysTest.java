package org.passerelle.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CAL-01: jours ouvrables, ouvrés, calendaires, francs")
class CAL01_WorkingDaysTest {

    private static final WorkingDays FRANCE = WorkingDays.in(Territory.FRANCE);
    private static final WorkingDays ALSACE = WorkingDays.in(Territory.ALSACE_MOSELLE);

    @Test
    void a_year_has_eleven_holidays_and_two_more_in_alsace_moselle() {
        for (int year = 2017; year <= 2035; year++) {
            var days = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .toList();
            // Ascension may fall on 1 or 8 May; then two holidays share a day.
            long national = days.stream().filter(FRANCE::isHoliday).count();
            assertThat(national).as("" + year).isBetween(10L, 11L);
            assertThat(days.stream().filter(ALSACE::isHoliday).count()).isEqualTo(national + 2);
        }
    }

    @ParameterizedTest(name = "Easter {0}")
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void easter(LocalDate day) {
        assertThat(WorkingDays.easter(day.getYear())).isEqualTo(day);
        assertThat(FRANCE.isHoliday(day.plusDays(1))).isTrue();
        assertThat(FRANCE.isHoliday(day.plusDays(39))).isTrue();
        assertThat(FRANCE.isHoliday(day.plusDays(50))).isTrue();
        assertThat(FRANCE.isHoliday(day.minusDays(2))).isFalse();
        assertThat(ALSACE.isHoliday(day.minusDays(2))).isTrue();
    }

    @Test
    void a_saturday_is_ouvrable_but_not_ouvre() {
        var saturday = LocalDate.of(2026, 7, 11);

        assertThat(FRANCE.isOuvrable(saturday)).isTrue();
        assertThat(FRANCE.isOuvre(saturday)).isFalse();
        assertThat(FRANCE.plusOuvres(LocalDate.of(2026, 7, 9), 2)).isEqualTo("2026-07-13");
        assertThat(FRANCE.minusOuvrables(LocalDate.of(2026, 12, 28), 2)).isEqualTo("2026-12-24");
    }

    @Test
    void two_clear_days_leave_out_the_first_and_the_last() {
        assertThat(WorkingDays.afterFullDays(LocalDate.of(2026, 7, 9), 2)).isEqualTo("2026-07-12");
    }
}
