package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("Two payslips line by line, each difference with its reasons")
class PAY_ComparisonTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());

    @Test
    void a_rate_that_changed_is_named_with_its_version() {
        var comparison = ENGINE.compare(alone("2025-12-31", "3000", 60), alone("2026-01-31", "3000", 60));
        var pension = of(comparison, LineKind.VIEILLESSE_DEPLAFONNEE);
        assertThat(pension.changes()).hasSize(1);
        assertThat(pension.changes().getFirst().employer()).isEqualByComparingTo(Amount.of("2.70"));
        assertThat(PayWords.FRENCH.reason(comparison, pension, pension.changes().getFirst()))
                .isEqualTo("La loi a changé entre 31/12/2025 et 31/01/2026\u00A0: vieillesse_deplafonnee,"
                        + " version du 01/01/2026.");
        var sickness = of(comparison, LineKind.MALADIE);
        assertThat(PayWords.ENGLISH.reason(
                        comparison, sickness, sickness.changes().getFirst()))
                .isEqualTo("The law changed between 2025-12-31 and 2026-01-31: maladie_reduced no longer exists.");
    }

    @Test
    void pay_headcount_and_earlier_months_are_told_apart() {
        var january = alone("2026-01-31", "6000", 60);
        var february = ENGINE.pay(month("2026-02-28", "2600", 60), january.yearToDate());
        var comparison = ENGINE.compare(alone("2026-02-28", "3000", 40), february);
        assertThat(of(comparison, LineKind.FNAL).changes())
                .extracting(Change::reason)
                .containsExactly(Change.Reason.HEADCOUNT, Change.Reason.BASE);
        var pension = of(comparison, LineKind.AGIRC_ARRCO);
        assertThat(pension.changes())
                .extracting(Change::reason)
                .containsExactly(Change.Reason.BASE, Change.Reason.REGULARISATION);
        // 1 405 of the month go back from the second band to the first
        assertThat(pension.changes().getLast().employer()).isEqualByComparingTo(Amount.of("-115.6315"));
    }

    @Test
    void a_payslip_does_not_differ_from_itself() {
        var slip = alone("2026-02-28", "2600", 60);
        assertThat(ENGINE.compare(slip, slip).differences()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void the_reasons_of_a_line_add_up_to_its_difference(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            for (var line : ENGINE.compare(any(random), any(random)).differences()) {
                long employer =
                        line.changes().stream().mapToLong(Change::employerNanos).sum();
                long employee =
                        line.changes().stream().mapToLong(Change::employeeNanos).sum();
                assertThat(employer)
                        .as("seed %d, %s", seed, line)
                        .isEqualTo(line.otherEmployerNanos() - line.oneEmployerNanos());
                assertThat(employee)
                        .as("seed %d, %s", seed, line)
                        .isEqualTo(line.otherEmployeeNanos() - line.oneEmployeeNanos());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42})
    void every_part_of_every_line_has_words_in_both_languages(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            for (PayLine line : any(random).lines()) {
                for (var words : List.of(PayWords.FRENCH, PayWords.ENGLISH)) {
                    assertThat(words.label(line.rule().kind())).isNotBlank();
                    var sentences = words.explain(line);
                    assertThat(sentences).hasSameSizeAs(line.parts());
                    for (int p = 0; p < sentences.size(); p++) {
                        assertThat(sentences.get(p))
                                .doesNotContain("{")
                                .contains(line.parts().get(p).part().article());
                    }
                }
            }
        }
    }

    private static Difference of(Comparison comparison, LineKind kind) {
        return comparison.differences().stream()
                .filter(difference -> difference.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Payslip any(Random random) {
        var before = YearToDate.NONE;
        int year = 2024 + random.nextInt(3);
        int months = 1 + random.nextInt(4);
        Payslip slip = null;
        for (int m = 1; m <= months; m++) {
            var gross = Money.ofCents(random.nextLong(1_500_000));
            slip = ENGINE.pay(PayInput.of(LocalDate.of(year, 3 * m, 15), gross, terms(random)), before);
            before = slip.yearToDate();
        }
        return Objects.requireNonNull(slip);
    }

    private static PayTerms terms(Random random) {
        var employer = new EmployerTerms(
                new int[] {5, 11, 50, 300, 2500}[random.nextInt(5)],
                Rate.ofPercent(BigDecimal.valueOf(random.nextInt(4))),
                Rate.ofPercent(BigDecimal.valueOf(1 + random.nextInt(3))),
                Money.ofCents(random.nextInt(9_000)),
                Rate.ofPercent(BigDecimal.valueOf(50 + random.nextInt(51))),
                Rate.ofPercent(BigDecimal.valueOf(random.nextInt(7))));
        var worker = new WorkerTerms(
                random.nextBoolean(),
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextBoolean() ? 35 : 28),
                random.nextInt(5) == 0 ? HoursBasis.EQUIVALENT : HoursBasis.CONTRACT,
                Withholding.NEUTRAL,
                Zone.MAINLAND);
        return PayTerms.of(employer, worker);
    }

    private static Payslip alone(String day, String gross, int headcount) {
        return ENGINE.pay(month(day, gross, headcount), YearToDate.NONE);
    }

    private static PayInput month(String day, String gross, int headcount) {
        var employer = new EmployerTerms(
                headcount,
                Rate.ofPercent("3.2"),
                Rate.ofPercent("1"),
                Money.of("60"),
                Rate.ofPercent("50"),
                Rate.ofPercent("5"));
        return PayInput.of(LocalDate.parse(day), Money.of(gross), PayTerms.of(employer, WorkerTerms.fullTime(true)));
    }
}
