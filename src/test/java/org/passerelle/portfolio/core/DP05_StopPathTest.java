package org.passerelle.portfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;

@DisplayName("DP-05: what if a client stops, month by month, beside tables computed by hand and the runway")
class DP05_StopPathTest {

    private static final LocalDate ON = LocalDate.of(2026, 11, 23);
    private static final Month NOVEMBER = Month.of("2026-11");

    @Test
    void the_table_by_hand() {
        // 6 000 + 2 000 now; A brings 3 000 until it stops in January, B 1 000 until December; 3 500 are needed
        var portfolio = new Portfolio(
                ON,
                List.of(),
                Money.of("6000"),
                Money.of("2000"),
                List.of(
                        order("A", "2026-12", "3000"),
                        order("A", "2027-01", "3000"),
                        order("B", "2026-11", "1000"),
                        order("B", "2026-12", "1000")),
                Money.of("3500"));
        var path = StopPath.of(portfolio, List.of("A"), Month.of("2027-01"), 5);
        assertThat(path.steps())
                .extracting(step -> step.left().toString())
                .containsExactly("9000.00", "9500.00", "6000.00", "2500.00", "0.00");
        assertThat(path.steps())
                .extracting(step -> step.income().toString())
                .containsExactly("1000.00", "4000.00", "0.00", "0.00", "0.00");
        assertThat(path.steps().getLast().missing()).isEqualTo(Money.of("1000"));
        assertThat(path.broken()).isEqualTo(Month.of("2027-03"));
    }

    @Test
    void a_client_that_stops_at_once_leaves_the_months_of_the_runway() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var portfolio = any(random);
            var whole = Runway.without("A", portfolio).months().orElseThrow();
            var path = StopPath.of(portfolio, List.of("A"), NOVEMBER, 40);
            var broken = path.broken();
            if (broken == null) {
                assertThat(whole.intValue()).as("seed " + seed).isGreaterThanOrEqualTo(39);
                continue;
            }
            long paid = path.steps().stream()
                    .skip(1)
                    .takeWhile(step -> step.missing().isZero())
                    .count();
            assertThat(whole.doubleValue()).as("seed " + seed).isBetween((double) paid, paid + 1.0);
        }
    }

    @Test
    void nobody_stops_and_nothing_is_needed() {
        var portfolio = new Portfolio(ON, List.of(), Money.of("10"), Money.ZERO, List.of(), Money.ZERO);
        var path = StopPath.of(portfolio, List.of(), NOVEMBER, 12);
        assertThat(path.broken()).isNull();
        assertThat(path.steps()).hasSize(12).allMatch(step -> step.left().equals(Money.of("10")));
    }

    private static SignedOrder order(String client, String month, String euros) {
        return new SignedOrder(client, Month.of(month), Money.of(euros));
    }

    private static Portfolio any(Random random) {
        var orders = new ArrayList<SignedOrder>();
        var month = NOVEMBER;
        for (int i = 0; i < 8; i++, month = month.next()) {
            if (random.nextBoolean()) orders.add(new SignedOrder("A", month, Money.ofCents(random.nextInt(500_000))));
            if (random.nextBoolean()) orders.add(new SignedOrder("B", month, Money.ofCents(random.nextInt(500_000))));
        }
        return new Portfolio(
                ON,
                List.of(),
                Money.ofCents(random.nextInt(2_000_000)),
                Money.ofCents(random.nextInt(500_000)),
                orders,
                Money.ofCents(50_000 + random.nextInt(400_000)));
    }
}
