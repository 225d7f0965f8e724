package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("What holds for every payslip and every year")
class PAY_PropertiesTest {

    private static final Laws LAWS = Laws.load();
    private static final PayEngine ENGINE = PayEngine.of(LAWS);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53})
    void lines_add_up_to_totals_and_totals_to_each_other(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            for (var slip : year(random, 2024 + random.nextInt(3), terms(random))) {
                var printed = slip.printed();
                var employer = sum(slip.lines().stream().map(PayLine::employer).toList());
                var employee = sum(slip.lines().stream().map(PayLine::employee).toList());
                assertThat(employer).as("seed %d", seed).isEqualTo(printed.employerTotal());
                assertThat(employee).as("seed %d", seed).isEqualTo(printed.employeeTotal());
                assertThat(printed.gross().minus(employee)).isEqualTo(printed.netBeforeTax());
                assertThat(printed.gross().plus(employer)).isEqualTo(printed.employerCost());
                assertThat(printed.netBeforeTax().minus(printed.pas())).isEqualTo(printed.netPaid());
                assertThat(printed.pas().isNegative()).isFalse();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63})
    void a_lone_month_keeps_its_order_net_below_gross_below_cost(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            var month = PayInput.of(
                    YearMonth.of(2024 + random.nextInt(3), 1 + random.nextInt(12))
                            .atEndOfMonth(),
                    Money.ofCents(random.nextLong(4_000_000)),
                    terms(random));
            var exact = ENGINE.pay(month, YearToDate.NONE).exact();
            assertThat(exact.netPaid()).as("seed %d, %s", seed, month).isLessThanOrEqualTo(exact.netBeforeTax());
            assertThat(exact.netBeforeTax()).as("seed %d, %s", seed, month).isLessThanOrEqualTo(exact.gross());
            assertThat(exact.gross()).as("seed %d, %s", seed, month).isLessThanOrEqualTo(exact.employerCost());
        }
    }

    /// The year 2026 has one set of rates, so its months must add up to one computation on the sums of the year.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {71, 72, 73})
    void the_months_of_a_year_add_up_to_the_year(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            var terms = terms(random);
            var slips = year(random, 2026, terms);
            var law = LAWS.on(slips.getFirst().date());
            long pay = slips.stream().mapToLong(s -> s.exact().grossNanos()).sum();
            long ceilings = slips.stream()
                    .mapToLong(s -> Nanos.of(law.money("pmss")) * terms.hoursHundredths / 3_500)
                    .sum();
            long t1 = Math.min(pay, ceilings);
            long t2 = Math.min(pay, 8 * ceilings) - t1;
            long four = Math.min(pay, 4 * ceilings);
            long cet = pay > ceilings ? Math.min(pay, 8 * ceilings) : 0;
            same(seed, slips, LineKind.VIEILLESSE_PLAFONNEE, t1, "0.0855");
            same(seed, slips, LineKind.CHOMAGE, four, "0.04");
            same(seed, slips, LineKind.CET, cet, "0.0021");
            near(total(slips, LineKind.AGIRC_ARRCO), Nanos.times(t1, 472_000) + Nanos.times(t2, 1_295_000), seed);
            var last = slips.getLast();
            long smic12 = slips.stream()
                    .mapToLong(s -> LAWS.on(s.date()).money("smic_hourly").cents()
                            * Nanos.PER_CENT
                            * 1_820
                            * terms.hoursHundredths
                            / 3_500)
                    .sum();
            int coefficient =
                    Reduction.of(LAWS.on(last.date()), terms.headcount >= 50).coefficient(pay, smic12);
            near(-total(slips, LineKind.REDUCTION_GENERALE), Nanos.times(pay, 1_000L * coefficient), seed);
        }
    }

    private static void same(long seed, List<Payslip> slips, LineKind kind, long base, String rate) {
        near(total(slips, kind), Nanos.times(base, Nanos.rate(new Rate(new BigDecimal(rate)))), seed);
    }

    /// Each month is rounded to the billionth of a euro.
    private static void near(long actual, long expected, long seed) {
        assertThat(actual).as("seed %d", seed).isBetween(expected - 50, expected + 50);
    }

    private static long total(List<Payslip> slips, LineKind kind) {
        return slips.stream().mapToLong(slip -> slip.employerNanos(kind)).sum();
    }

    private static Money sum(List<Money> parts) {
        return parts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static List<Payslip> year(Random random, int year, PayTerms terms) {
        var slips = new ArrayList<Payslip>();
        var before = YearToDate.NONE;
        long usual = 200_000 + random.nextLong(600_000);
        for (int m = 1; m <= 12; m++) {
            if (random.nextInt(10) == 0) continue;
            var gross = Money.ofCents(random.nextInt(8) == 0 ? 0 : usual / 2 + random.nextLong(usual));
            var slip = ENGINE.pay(PayInput.of(YearMonth.of(year, m).atEndOfMonth(), gross, terms), before);
            slips.add(slip);
            before = slip.yearToDate();
        }
        return slips.isEmpty() ? year(random, year, terms) : slips;
    }

    private static PayTerms terms(Random random) {
        var employer = new EmployerTerms(
                new int[] {5, 11, 49, 50, 300, 2500}[random.nextInt(6)],
                Rate.ofPercent("3.2"),
                Rate.ofPercent("1"),
                Money.ofCents(random.nextInt(9_000)),
                Rate.ofPercent("50"),
                Rate.ofPercent(BigDecimal.valueOf(random.nextInt(7))));
        var worker = new WorkerTerms(
                random.nextBoolean(),
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextBoolean() ? 35 : 28),
                HoursBasis.CONTRACT,
                Withholding.NEUTRAL,
                Zone.MAINLAND);
        return PayTerms.of(employer, worker);
    }
}
