package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.law.Laws;

@DisplayName("CSS D241-7: the coefficient of the reduction, four decimals")
class PAY_ReductionTest {

    private static final Laws LAWS = Laws.load();
    private static final MathContext FINE = new MathContext(60);
    /// 12 × the minimum wage of June 2026, in 10⁻⁹ €: 12.31 × 1 820.
    private static final long SMIC12 = 1_231L * 1_820 * Nanos.PER_CENT;

    @ParameterizedTest(name = "pay of {0} cents, 60 employees: {1} ten-thousandths")
    @CsvSource({"186701, 4021", "186702, 4021", "280053, 1336", "373403, 538", "560104, 200", "560105, 0", "0, 0"})
    void values_of_the_text(long pay, int expected) {
        assertThat(Reduction.of(LAWS.on(LocalDate.of(2026, 6, 1)), true).coefficient(pay * Nanos.PER_CENT, SMIC12))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void the_looked_up_power_equals_the_power_computed_with_sixty_digits(long seed) {
        var random = new Random(seed);
        var reduction = Reduction.of(LAWS.on(LocalDate.of(2026, 6, 1)), seed % 2 == 0);
        var delta = new BigDecimal(seed % 2 == 0 ? "0.3821" : "0.3781");
        for (int i = 0; i < 3_000; i++) {
            long pay = random.nextLong(186_702, 560_105);
            assertThat(reduction.coefficient(pay * Nanos.PER_CENT, SMIC12))
                    .as("pay %d", pay)
                    .isEqualTo(computed(pay, delta));
        }
    }

    /// x^1.75 = √(√(x⁷))
    private static int computed(long payCents, BigDecimal delta) {
        var smic = BigDecimal.valueOf(SMIC12, 9).divide(BigDecimal.valueOf(12), FINE);
        var x = smic.multiply(BigDecimal.valueOf(3))
                .divide(BigDecimal.valueOf(payCents, 2), FINE)
                .subtract(BigDecimal.ONE)
                .divide(BigDecimal.valueOf(2), FINE);
        var power = x.pow(7, FINE).sqrt(FINE).sqrt(FINE);
        return delta.multiply(power)
                .add(new BigDecimal("0.02"))
                .min(delta.add(new BigDecimal("0.02")))
                .setScale(4, RoundingMode.HALF_UP)
                .movePointRight(4)
                .intValueExact();
    }

    @ParameterizedTest(name = "{0}, pay of {1} cents, {2}: {3} ten-thousandths")
    @CsvSource({
        "2025-04-30, 180180, false, 3194", "2025-05-01, 180180, false, 3193", "2025-04-30, 180180, true, 3234",
        "2025-05-01, 288288, true, 0", "2025-04-30, 288200, false, 2", "2024-06-30, 176692, true, 3234",
    })
    void before_2026_it_falls_in_a_line_to_the_exit_point(LocalDate day, long pay, boolean large, int expected) {
        var law = LAWS.on(day);
        long smic12 = law.money("smic_hourly").cents() * 1_820 * Nanos.PER_CENT;
        assertThat(Reduction.of(law, large).coefficient(pay * Nanos.PER_CENT, smic12))
                .isEqualTo(expected);
    }
}
