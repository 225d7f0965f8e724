package org.passerelle.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

@DisplayName("PS-67: the fee is a share, a flat sum, by slices, or capped, on what was collected in the month")
class PS67_FeeModelTest {

    private static final FeeModel SLICES = new FeeModel.Tiered(List.of(
            new FeeModel.Tier(Money.of("5000"), Rate.ofPercent("10")),
            new FeeModel.Tier(Money.of("10000"), Rate.ofPercent("5")),
            new FeeModel.Tier(null, Rate.ofPercent("2"))));

    @ParameterizedTest(name = "{0} on {1} € is {2} €")
    @CsvSource(delimiter = '|', textBlock = """
            8 %               | 6000     | 480.00
            8 %               | 0.06     | 0.00
            8 %               | 0.07     | 0.01
            8 %               | 0        | 0.00
            8 %               | -500     | 0.00
            99 € flat         | 6000     | 99.00
            99 € flat         | 40       | 40.00
            99 € flat         | 0        | 0.00
            slices            | 5000     | 500.00
            slices            | 5000.01  | 500.00
            slices            | 5000.10  | 500.01
            slices            | 10000    | 750.00
            slices            | 12000    | 790.00
            8 % up to 600 €   | 7499.99  | 600.00
            8 % up to 600 €   | 7500     | 600.00
            8 % up to 600 €   | 90000    | 600.00
            8 % up to 600 €   | 1000     | 80.00
            """)
    void a_month(String model, String collected, String fee) {
        assertThat(model(model).on(Money.of(collected))).isEqualTo(Money.of(fee));
    }

    @Test
    void T12_collected_6000_with_a_flat_99_leaves_5901() {
        var collected = Money.of("6000");
        assertThat(collected.minus(new FeeModel.FlatMonthly(Money.of("99")).on(collected)))
                .isEqualTo(Money.of("5901"));
    }

    @Test
    void slices_must_follow_each_other_and_end_open() {
        var closed = List.of(new FeeModel.Tier(Money.of("5000"), Rate.ofPercent("10")));
        assertThatThrownBy(() -> new FeeModel.Tiered(closed))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("fee.tiers");
        var falling = List.of(
                new FeeModel.Tier(Money.of("5000"), Rate.ofPercent("10")),
                new FeeModel.Tier(Money.of("4000"), Rate.ofPercent("5")),
                new FeeModel.Tier(null, Rate.ofPercent("2")));
        assertThatThrownBy(() -> new FeeModel.Tiered(falling)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void seed_20261001_the_fee_is_never_negative_never_more_than_collected_and_never_falls_as_more_is_collected() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261001);
        for (var name : List.of("8 %", "99 € flat", "slices", "8 % up to 600 €")) {
            var model = model(name);
            for (int i = 0; i < 1000; i++) {
                var less = Money.ofCents(random.nextLong(0, 3_000_000));
                var more = less.plus(Money.ofCents(random.nextLong(0, 1_000_000)));
                assertThat(model.on(less)).isBetween(Money.ZERO, less);
                assertThat(model.on(more)).isGreaterThanOrEqualTo(model.on(less));
            }
        }
    }

    private static FeeModel model(String name) {
        return switch (name) {
            case "8 %" -> new FeeModel.Percent(Rate.ofPercent("8"));
            case "99 € flat" -> new FeeModel.FlatMonthly(Money.of("99"));
            case "slices" -> SLICES;
            case "8 % up to 600 €" -> new FeeModel.Capped(Rate.ofPercent("8"), Money.of("600"));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
