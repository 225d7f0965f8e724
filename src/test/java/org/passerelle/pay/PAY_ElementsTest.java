package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Money;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

@DisplayName("payroll.md 6.3 and 7: paid leave, end of a CDD, forfait-jours, split of the reduction")
class PAY_ElementsTest {

    private static final Law LAW = Laws.load().on(LocalDate.of(2026, 10, 31));

    @ParameterizedTest(name = "{0} of gross, {2} of {1} days, {3} a month of {4} days: {5} or {6}")
    @CsvSource({
        // a better year before: the tenth
        "48000, 30, 6, 3000, 26, 960.00, 692.31",
        // a rise since: salary maintained
        "24000, 30, 6, 3000, 26, 480.00, 692.31",
        // all that was acquired, compensated at the end of the contract
        "10000, 7.5, 7.5, 2500, 26, 1000.00, 721.15",
        "10000, 7.5, 0, 2500, 26, 0, 0",
    })
    void leave_is_paid_by_the_larger_of_a_tenth_and_salary_maintained(
            String gross,
            BigDecimal acquired,
            BigDecimal days,
            String monthly,
            BigDecimal monthDays,
            String tenth,
            String maintained) {
        var pay = LeavePay.of(LAW, Money.of(gross), acquired, days, Money.of(monthly), monthDays);
        assertThat(pay.tenth()).isEqualTo(Money.of(tenth));
        assertThat(pay.maintained()).isEqualTo(Money.of(maintained));
        assertThat(pay.due()).isEqualTo(Money.of(tenth).max(Money.of(maintained)));
    }

    @Test
    void more_days_than_were_acquired_are_refused() {
        assertThatThrownBy(() -> LeavePay.of(
                        LAW, Money.ZERO, BigDecimal.ONE, BigDecimal.TWO, Money.ZERO, BigDecimal.valueOf(26)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fixed_term_contract_ends_with_a_tenth_of_its_gross() {
        assertThat(ContractEnd.ofFixedTerm(LAW, Money.of("12345.67"))).isEqualTo(Money.of("1234.57"));
    }

    @ParameterizedTest(name = "{0}: {1} days of rest")
    @CsvSource({"2024, 9", "2025, 8", "2026, 9"})
    void a_full_forfait_leaves_days_of_rest_that_the_calendar_tells(int year, int rest) {
        assertThat(ForfaitJours.restDays(LAW, year, 218)).isEqualTo(rest);
        assertThat(ForfaitJours.restDays(LAW, year, 200)).isEqualTo(rest + 18);
    }

    @Test
    void the_moving_holidays_of_2026() {
        assertThat(ForfaitJours.publicHolidays(2026))
                .hasSize(11)
                .contains(LocalDate.of(2026, 4, 6), LocalDate.of(2026, 5, 14), LocalDate.of(2026, 5, 25));
    }

    @Test
    void no_forfait_beyond_218_days() {
        assertThatThrownBy(() -> ForfaitJours.restDays(LAW, 2026, 219)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} people, reduction {1}: {2} to the pension funds")
    @CsvSource({"60, 133.65, 19.98", "10, 133.65, 20.18", "60, -65.94, -9.86", "60, 0, 0"})
    void the_pension_funds_bear_six_points_of_the_highest_coefficient(int headcount, String reduction, String pension) {
        var split = ReductionSplit.of(LAW, Money.of(reduction), headcount);
        assertThat(split.pension()).isEqualTo(Money.of(pension));
        assertThat(split.pension().plus(split.urssaf())).isEqualTo(Money.of(reduction));
    }
}
