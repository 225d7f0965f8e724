package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("payroll.md 5 and 6.4: ceilings and reduction are cumulative within the year")
class PAY_WorkedYearTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());
    private static final PayTerms TERMS = PayTerms.of(
            new EmployerTerms(
                    60,
                    Rate.ofPercent("3.2"),
                    Rate.ofPercent("1"),
                    Money.of("60"),
                    Rate.ofPercent("50"),
                    Rate.ofPercent("5")),
            WorkerTerms.fullTime(true));

    private record Row(String gross, String t1, String t2, String coefficient, String reduction) {}

    @Test
    void the_worked_year_of_a_cadre_in_2026_with_irregular_pay() {
        var rows = List.of(
                new Row("6000", "4005.00", "1995.00", "0", "0.00"),
                new Row("2600", "4005.00", "-1405.00", "0.0316", "271.76"),
                new Row("3200", "3790.00", "-590.00", "0.0419", "222.66"),
                new Row("9000", "4220.00", "4780.00", "0.0206", "-65.94"),
                new Row("2600", "4005.00", "-1405.00", "0.0250", "156.52"),
                new Row("4000", "4005.00", "-5.00", "0.0269", "152.06"),
                new Row("5200", "4005.00", "1195.00", "0.0258", "104.02"));
        var slips = year(2026, rows.stream().map(Row::gross).toArray(String[]::new));
        for (int month = 0; month < rows.size(); month++) {
            var row = rows.get(month);
            var slip = slips.get(month);
            assertThat(slip.t1()).as(slip.date() + " T1").isEqualTo(Money.of(row.t1));
            assertThat(slip.t2()).as(slip.date() + " T2").isEqualTo(Money.of(row.t2));
            assertThat(slip.coefficient().ratio()).isEqualByComparingTo(new BigDecimal(row.coefficient));
            assertThat(slip.reduction()).as(slip.date() + " reduction").isEqualTo(Money.of(row.reduction));
        }
        assertThat(slips.stream().map(Payslip::reduction).reduce(Money.ZERO, Money::plus))
                .isEqualTo(Money.of("841.08"));
        var cet = slips.stream().map(s -> s.employer(LineKind.CET)).reduce(Money.ZERO, Money::plus);
        // 0.21 % of all pay, since the sum exceeds the ceilings: given back in March, asked for again in April
        assertThat(cet).isEqualTo(Money.of("68.46"));
        assertThat(slips.get(2).employer(LineKind.CET).isNegative()).isTrue();
    }

    @Test
    void twelve_months_at_5500_in_2026_get_their_whole_reduction_back_in_July() {
        var slips = year(2026, same("5500", 12));
        for (int month = 0; month < 6; month++)
            assertThat(slips.get(month).reduction()).isEqualTo(Money.ZERO);
        assertThat(slips.get(6).reduction()).isEqualTo(Money.of("770.00"));
        assertThat(slips.get(7).reduction()).isEqualTo(Money.of("110.00"));
    }

    @Test
    void the_published_check_of_3500_a_month_with_the_minimum_wage_of_January_2026() {
        var slip = year(2026, "3500").getFirst();
        assertThat(slip.coefficient().ratio()).isEqualByComparingTo("0.0615");
    }

    @ParameterizedTest(name = "{0} a month")
    @ValueSource(strings = {"1801.80", "2255.61", "3000", "4054.05", "4500", "5945.94", "9000", "32000"})
    void equal_months_of_2025_each_equal_the_lone_month(String gross) {
        var slips = year(2025, same(gross, 12));
        for (Payslip slip : slips) equal(slip, lone(slip));
    }

    @ParameterizedTest(name = "{0} a month")
    @ValueSource(strings = {"1823.04", "2255.61", "3000", "4500", "9000", "32000"})
    void equal_months_of_2026_equal_the_lone_month_until_the_minimum_wage_rises(String gross) {
        var slips = year(2026, same(gross, 5));
        for (Payslip slip : slips) equal(slip, lone(slip));
    }

    @Test
    void the_reduced_sickness_rate_of_2025_is_taken_back_in_the_month_that_crosses_the_limit() {
        var slips = year(2025, "4000", "4000", "6000");
        assertThat(slips.get(0).employer(LineKind.MALADIE)).isEqualTo(Money.of("280.00"));
        assertThat(slips.get(1).employer(LineKind.MALADIE)).isEqualTo(Money.of("280.00"));
        // 13 % of 14 000, less what was paid: 6 points on 8 000 come back
        assertThat(slips.get(2).employer(LineKind.MALADIE)).isEqualTo(Money.of("1260.00"));
        assertThat(slips.get(2).lines().getFirst().parts()).hasSize(2);
    }

    @Test
    void a_month_without_pay_keeps_its_ceiling() {
        var slips = year(2026, "4005", "0", "8010");
        assertThat(slips.get(1).t1()).isEqualTo(Money.ZERO);
        assertThat(slips.get(2).t1()).isEqualTo(Money.of("8010"));
        assertThat(slips.get(2).t2()).isEqualTo(Money.ZERO);
    }

    @Test
    void January_begins_anew() {
        var december = year(2025, same("9000", 12)).getLast().yearToDate();
        var january = PayInput.of(LocalDate.of(2026, 1, 31), Money.of("3000"), TERMS);
        equal(ENGINE.pay(january, december), ENGINE.pay(january, YearToDate.NONE));
    }

    @Test
    void the_inverse_searches_the_cumulative_function() {
        var before = ENGINE.pay(PayInput.of(LocalDate.of(2026, 1, 31), Money.of("6000"), TERMS), YearToDate.NONE)
                .yearToDate();
        var february = PayInput.of(LocalDate.of(2026, 2, 28), Money.ZERO, TERMS);
        for (int budget = 200; budget < 12_000; budget += 377) {
            var most = Amount.of(BigDecimal.valueOf(budget));
            var gross = ENGINE.largestGross(february, before, most).orElseThrow();
            var cost = ENGINE.pay(february.withGross(gross), before).exact().employerCost();
            var next = ENGINE.pay(february.withGross(gross.plus(Money.ofCents(1))), before)
                    .exact()
                    .employerCost();
            assertThat(cost).isLessThanOrEqualTo(most);
            assertThat(next).isGreaterThan(most);
        }
    }

    @Test
    void the_printed_inverse_never_spends_a_cent_too_much_and_leaves_none_that_would_buy_gross() {
        for (int cents = 300_000; cents < 300_400; cents += 7) {
            var budget = Money.ofCents(cents);
            var october = PayInput.of(LocalDate.of(2026, 10, 31), Money.ZERO, TERMS);
            var gross =
                    ENGINE.largestGrossPrinted(october, YearToDate.NONE, budget).orElseThrow();
            assertThat(cost(october, gross)).isLessThanOrEqualTo(budget);
            for (int more = 1; more <= 40; more++) {
                assertThat(cost(october, gross.plus(Money.ofCents(more)))).isGreaterThan(budget);
            }
        }
    }

    /// payroll.md 10, October 2026: budget 7 980, no reserve, all as gross.
    @Test
    void the_example_from_turnover_to_gross() {
        var october = PayInput.of(LocalDate.of(2026, 10, 31), Money.ZERO, TERMS);
        var gross =
                ENGINE.largestGross(october, YearToDate.NONE, Amount.of("7980")).orElseThrow();
        assertThat(gross).isEqualTo(Money.of("5453.48"));
        var slip = ENGINE.pay(october.withGross(gross), YearToDate.NONE);
        assertThat(slip.exact().netBeforeTax().roundHalfUp()).isEqualTo(Money.of("4286.52"));
        assertThat(slip.printed().pasRate()).isEqualByComparingTo(Rate.ofPercent("13.8"));
    }

    @Test
    void a_worker_without_hours_gets_the_full_coefficient_up_to_the_minimum_wage() {
        var cesa = PayTerms.of(
                TERMS.employer(),
                new WorkerTerms(
                        false,
                        false,
                        WorkerTerms.FULL_TIME,
                        HoursBasis.EQUIVALENT,
                        Withholding.NEUTRAL,
                        Zone.MAINLAND));
        var slip = ENGINE.pay(PayInput.of(LocalDate.of(2026, 10, 31), Money.of("900"), cesa), YearToDate.NONE);
        assertThat(slip.coefficient().ratio()).isEqualByComparingTo("0.4021");
        assertThat(slip.smic()).isEqualTo(Money.of("900"));
    }

    private static Money cost(PayInput month, Money gross) {
        return ENGINE.pay(month.withGross(gross), YearToDate.NONE).printed().employerCost();
    }

    private static List<Payslip> year(int year, String... grosses) {
        var slips = new ArrayList<Payslip>();
        var before = YearToDate.NONE;
        for (String gross : grosses) {
            var date = YearMonth.of(year, slips.size() + 1).atEndOfMonth();
            var slip = ENGINE.pay(PayInput.of(date, Money.of(gross), TERMS), before);
            slips.add(slip);
            before = slip.yearToDate();
        }
        return slips;
    }

    private static String[] same(String gross, int months) {
        var grosses = new String[months];
        java.util.Arrays.fill(grosses, gross);
        return grosses;
    }

    private static Payslip lone(Payslip slip) {
        return ENGINE.pay(slip.input(), YearToDate.NONE);
    }

    private static void equal(Payslip one, Payslip other) {
        assertThat(one.exact()).as(one.date().toString()).isEqualTo(other.exact());
        assertThat(one.printed()).as(one.date().toString()).isEqualTo(other.printed());
    }
}
