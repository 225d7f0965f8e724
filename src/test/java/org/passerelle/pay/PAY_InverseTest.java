package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("payroll.md 10: back from a budget or a net to the gross, and why a budget may buy nothing more")
class PAY_InverseTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    @ParameterizedTest(name = "{0}, gross {1}: {2}, limit {3}")
    @CsvSource({
        "2026-10-31, 4005.00, CET, 4005.00",
        "2026-10-31, 5601.04, REDUCTION_LOST, 5601.05",
        "2026-02-28, 5469.09, REDUCTION_LOST, 5469.10",
        "2025-10-31, 4054.05, SICKNESS_RATE, 4054.05",
        "2025-10-31, 5945.94, FAMILY_RATE, 5945.94",
        "2024-06-30, 4368.00, SICKNESS_RATE, 4368.00",
    })
    void a_jump_names_its_cause_and_its_limit(LocalDate day, String gross, Jump.Cause cause, String limit) {
        var month = PayInput.of(day, Money.of(gross), terms(true));
        var cost = ENGINE.pay(month, YearToDate.NONE).exact().employerCost();
        // one euro more than this gross costs, and no cent more of gross
        var afforded =
                ENGINE.afford(month, YearToDate.NONE, cost.plus(Amount.of("1"))).orElseThrow();
        assertThat(afforded.gross()).isEqualTo(Money.of(gross));
        assertThat(afforded.isStuck()).isTrue();
        assertThat(afforded.left()).isEqualByComparingTo(Amount.of("1"));
        var jump = afforded.jumps().getFirst();
        assertThat(jump.cause()).isEqualTo(cause);
        assertThat(jump.limit()).isEqualTo(Money.of(limit));
        var next = month.withGross(Money.of(gross).plus(Money.of("0.01")));
        assertThat(afforded.missing())
                .isEqualByComparingTo(ENGINE.pay(next, YearToDate.NONE)
                        .exact()
                        .employerCost()
                        .minus(afforded.cost())
                        .minus(afforded.left()));
    }

    @Test
    void losing_the_reduction_costs_two_percent_of_pay() {
        var month = PayInput.of(OCTOBER, Money.of("5601.04"), terms(true));
        var cost = ENGINE.pay(month, YearToDate.NONE).exact().employerCost();
        var jump = ENGINE.afford(month, YearToDate.NONE, cost)
                .orElseThrow()
                .jumps()
                .getFirst();
        assertThat(jump.step()).isEqualByComparingTo(Amount.of("112.0208"));
        assertThat(jump.from()).isEqualByComparingTo(Rate.ofPercent("2"));
        assertThat(jump.to()).isEqualByComparingTo(Rate.ZERO);
    }

    @Test
    void where_cost_rises_smoothly_nothing_is_to_be_explained() {
        var month = PayInput.of(OCTOBER, Money.ZERO, terms(true));
        var afforded = ENGINE.afford(month, YearToDate.NONE, Amount.of("20000")).orElseThrow();
        assertThat(afforded.jumps()).isEmpty();
        assertThat(afforded.isStuck()).isFalse();
        assertThat(afforded.left()).isLessThan(Amount.of("0.02"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void inverse_after_forward_is_the_gross_and_cost_never_falls(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            var before = before(random);
            var month =
                    PayInput.of(day(before), Money.ofCents(random.nextLong(1_000_000)), terms(random.nextBoolean()));
            var slip = ENGINE.pay(month, before);
            var cost = slip.exact().employerCost();
            assertThat(ENGINE.largestGross(month, before, cost))
                    .as("seed %d, %s", seed, month)
                    .hasValue(month.gross());
            var more = ENGINE.pay(month.withGross(month.gross().plus(Money.of("0.01"))), before);
            assertThat(more.exact().employerCost())
                    .as("seed %d, %s", seed, month)
                    .isGreaterThan(cost);
            // a net may have two grosses: the smaller is found
            var net = slip.exact().netBeforeTax();
            var found = ENGINE.smallestGrossForNet(month, before, net).orElseThrow();
            assertThat(found).isLessThanOrEqualTo(month.gross());
            assertThat(ENGINE.pay(month.withGross(found), before).exact().netBeforeTax())
                    .isGreaterThanOrEqualTo(net);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void the_gross_for_a_net_after_tax_is_the_first_that_reaches_it(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var month = PayInput.of(OCTOBER, Money.ZERO, terms(random.nextBoolean()));
            var wish = Amount.of(BigDecimal.valueOf(random.nextLong(90_000, 900_000), 2));
            var gross =
                    ENGINE.smallestGrossForNetPaid(month, YearToDate.NONE, wish).orElseThrow();
            assertThat(paid(month, gross)).as("seed %d, %s", seed, wish).isGreaterThanOrEqualTo(wish);
            for (int less = 1; less < 4_000; less += 37) {
                assertThat(paid(month, gross.minus(Money.ofCents(less))))
                        .as("seed %d, %s, %s", seed, wish, gross)
                        .isLessThan(wish);
            }
        }
    }

    private static Amount paid(PayInput month, Money gross) {
        return ENGINE.pay(month.withGross(gross), YearToDate.NONE).exact().netPaid();
    }

    private static LocalDate day(YearToDate before) {
        return LocalDate.of(2026, before.months() + 1, 28);
    }

    private static YearToDate before(Random random) {
        var sums = YearToDate.NONE;
        for (int months = random.nextInt(8); months > 0; months--) {
            var gross = Money.ofCents(random.nextLong(1_200_000));
            sums = ENGINE.pay(PayInput.of(day(sums), gross, terms(true)), sums).yearToDate();
        }
        return sums;
    }

    private static PayTerms terms(boolean cadre) {
        var employer = new EmployerTerms(
                60,
                Rate.ofPercent("3.2"),
                Rate.ofPercent("1"),
                Money.of("60"),
                Rate.ofPercent("50"),
                Rate.ofPercent("5"));
        return PayTerms.of(employer, WorkerTerms.fullTime(cadre));
    }
}
