package org.passerelle.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.pay.PayEngine;

@DisplayName("F011, F012: the day rate of a wished net, and the days of a year")
class F011_DayRateTest {

    private static final Laws LAWS = Laws.load();
    private static final PayEngine ENGINE = PayEngine.of(LAWS);

    @ParameterizedTest(name = "{0}: {1} weekdays, {2} public holidays on them")
    @CsvSource({"2024, 262, 10", "2025, 261, 10", "2026, 261, 9", "2027, 261, 7"})
    void a_calendar_year(int year, int weekdays, int holidays) {
        var work =
                WorkYear.of(year, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(work.weekdays()).isEqualTo(weekdays);
        assertThat(work.holidays()).isEqualTo(holidays);
        assertThat(work.billable()).isEqualByComparingTo(String.valueOf(weekdays - holidays));
    }

    @ParameterizedTest(name = "leave {0} weeks, training {1}, sick {2}, prospecting {3} a month, {4} empty months: {5}")
    @CsvSource({
        "5, 5, 3, 2, 1, 179", // 252 − 25 − 8 = 219; a twelfth is 18; 22 days of prospecting
        "0, 0, 0, 0, 0, 252",
        "5, 0, 0, 0, 0, 227",
        "5, 0, 0, 1.5, 0, 209",
        "52, 0, 0, 0, 0, 0"
    })
    void days_to_invoice(String leave, String training, String sick, String prospecting, String empty, String days) {
        var work = WorkYear.of(
                2026,
                new BigDecimal(leave),
                new BigDecimal(training),
                new BigDecimal(sick),
                new BigDecimal(prospecting),
                new BigDecimal(empty));

        assertThat(work.billable()).isEqualByComparingTo(days);
    }

    @RepeatedTest(12)
    void one_euro_less_would_not_do(RepetitionInfo info) {
        long seed = 4242L + info.getCurrentRepetition();
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var q = SomeQuestions.of("0", String.valueOf(random.nextInt(0, 300)), null);
        var wish = Money.of(String.valueOf(random.nextInt(500, 7000)));
        var days = BigDecimal.valueOf(random.nextInt(60, 230));
        var lost = Rate.ofPercent(String.valueOf(random.nextInt(0, 10)));

        for (var answer : DayRate.search(LAWS, ENGINE, q, wish, days, lost)) {
            if (answer.rate() == null) continue;
            int rate = answer.rate().toBigDecimal().intValueExact();
            assertThat(answer.year().net()).as("seed %d %s", seed, answer).isGreaterThanOrEqualTo(wish.times(12));
            assertThat(answer.year().turnover()).isEqualTo(DayRate.collected(rate, days, lost));
        }
    }
}
