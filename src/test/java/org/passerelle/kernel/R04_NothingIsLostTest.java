package org.passerelle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-04: splitting and rounding lose nothing")
class R04_NothingIsLostTest {

    private static final int TRIES = 10_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123, 4})
    void the_parts_are_the_whole_and_within_a_cent_of_their_share(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            var whole = Money.ofCents(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
            var weights = random.longs(1 + random.nextInt(12), 0, 1_000_000).toArray();
            weights[random.nextInt(weights.length)]++;
            var parts = whole.split(weights);
            assertThat(Arrays.stream(parts).reduce(Money.ZERO, Money::plus)).isEqualTo(whole);
            long total = Arrays.stream(weights).sum();
            for (int k = 0; k < parts.length; k++) {
                // |part × total − whole × weight| < total: less than one cent from the exact share
                var off = BigDecimal.valueOf(parts[k].cents())
                        .multiply(BigDecimal.valueOf(total))
                        .subtract(BigDecimal.valueOf(whole.cents()).multiply(BigDecimal.valueOf(weights[k])))
                        .abs();
                assertThat(off).isLessThan(BigDecimal.valueOf(total));
                if (weights[k] == 0) assertThat(parts[k]).isEqualTo(Money.ZERO);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void a_rounded_amount_is_the_nearest_cent_and_the_half_goes_away_from_zero(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            var exact = new BigDecimal(random.nextLong(-10_000_000_000L, 10_000_000_000L)).movePointLeft(5);
            var off = Amount.of(exact).roundHalfUp().toBigDecimal().subtract(exact);
            assertThat(off.abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
            if (off.abs().compareTo(new BigDecimal("0.005")) == 0) {
                assertThat(off.signum()).isEqualTo(exact.signum());
            }
            var down = Amount.of(exact).roundDown().toBigDecimal();
            assertThat(down).isLessThanOrEqualTo(exact);
            assertThat(exact.subtract(down)).isLessThan(new BigDecimal("0.01"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261123})
    void sums_of_money_become_exact_amounts_and_come_back(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            var a = Money.ofCents(random.nextLong(-1_000_000_000L, 1_000_000_000L));
            var b = Money.ofCents(random.nextLong(-1_000_000_000L, 1_000_000_000L));
            assertThat(a.exact().plus(b.exact()).roundHalfUp()).isEqualTo(a.plus(b));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
            assertThat(Money.of(a.toString())).isEqualTo(a);
        }
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            100.00 | 1 1 1     | 33.34 33.33 33.33
            0.01   | 1 1       | 0.01 0.00
            -0.01  | 1 1       | -0.01 0.00
            0.05   | 1 1 1 0   | 0.02 0.02 0.01 0.00
            10.00  | 1 2       | 3.33 6.67
            """)
    void the_last_cent_goes_to_the_largest_remainder_and_in_a_tie_to_the_first(String whole, String by, String parts) {
        var weights = Arrays.stream(by.split(" ")).mapToLong(Long::parseLong).toArray();
        assertThat(Arrays.stream(Money.of(whole).split(weights)).map(Money::toString))
                .containsExactly(parts.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"0.001", "1e3x", "", "1,50", "92233720368547758.08"})
    void what_is_no_sum_of_whole_cents_is_refused(String text) {
        assertThatThrownBy(() -> Money.of(text)).isInstanceOf(InvalidValue.class);
    }
}
