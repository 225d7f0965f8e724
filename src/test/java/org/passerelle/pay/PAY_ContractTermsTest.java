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
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;

@DisplayName("payroll.md 3.1, 5, 6.4, 9: forfait-jours, short contracts, the region's transport levy")
class PAY_ContractTermsTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 31);

    @ParameterizedTest(name = "{0} days: ceiling {1}, minimum wage {2}")
    @CsvSource({"218, 4005, 1867.02", "235, 4005, 1867.02", "109, 2002.50, 933.51"})
    void forfait_jours_under_218_days_lowers_ceiling_and_minimum_wage(int days, String ceiling, String smic) {
        var slip = pay(OCTOBER, worker(days, false, Withholding.NEUTRAL), Rate.ZERO);
        assertThat(slip.ceiling()).isEqualTo(Money.of(ceiling));
        assertThat(slip.smic()).isEqualTo(Money.of(smic));
    }

    @Test
    void the_neutral_rate_of_a_short_contract_is_read_748_euros_lower() {
        var lasting =
                pay(OCTOBER, worker(0, false, Withholding.NEUTRAL), Rate.ZERO).printed();
        var brief =
                pay(OCTOBER, worker(0, true, Withholding.NEUTRAL), Rate.ZERO).printed();
        assertThat(brief.netTaxable()).isEqualTo(lasting.netTaxable());
        var base = brief.netTaxable().minus(Money.of("748"));
        assertThat(brief.pasRate()).isLessThan(lasting.pasRate());
        assertThat(brief.pas()).isEqualTo(base.exact().times(brief.pasRate()).roundHalfUp());
    }

    @Test
    void a_personal_rate_knows_no_abatement() {
        var personal = new Withholding.Personal(Rate.ofPercent("10"));
        assertThat(pay(OCTOBER, worker(0, true, personal), Rate.ZERO).printed().pas())
                .isEqualTo(pay(OCTOBER, worker(0, false, personal), Rate.ZERO)
                        .printed()
                        .pas());
    }

    @Test
    void the_abatement_is_refused_where_its_amount_is_not_known() {
        var brief = worker(0, true, Withholding.NEUTRAL);
        assertThatThrownBy(() -> pay(LocalDate.of(2025, 10, 31), brief, Rate.ZERO))
                .isInstanceOf(NoVersion.class)
                .hasMessageContaining("pas_short_contract_abatement")
                .hasMessageContaining("2025-10-31");
    }

    @ParameterizedTest(name = "{0}, a region at {1} %: {2}")
    @CsvSource({
        "2025-02-15, 0.15, 96.00",
        "2025-02-16, 0.15, 100.50",
        "2026-10-31, 0.08, 98.40",
        "2026-10-31, 2, 100.50"
    })
    void the_region_may_add_at_most_0_15_percent_since_16_February_2025(LocalDate day, String rate, String levy) {
        var slip = pay(day, worker(0, false, Withholding.NEUTRAL), Rate.ofPercent(rate));
        assertThat(slip.employer(LineKind.VERSEMENT_MOBILITE)).isEqualTo(Money.of(levy));
    }

    private static WorkerTerms worker(int days, boolean brief, Withholding withholding) {
        return new WorkerTerms(
                true, false, BigDecimal.valueOf(35), HoursBasis.CONTRACT, withholding, Zone.MAINLAND, days, brief);
    }

    private static Payslip pay(LocalDate day, WorkerTerms worker, Rate regional) {
        var employer = new EmployerTerms(
                60,
                Rate.ofPercent("3.2"),
                Rate.ofPercent("1"),
                Money.of("60"),
                Rate.ofPercent("50"),
                Rate.ofPercent("5"),
                regional);
        return ENGINE.pay(PayInput.of(day, Money.of("3000"), PayTerms.of(employer, worker)), YearToDate.NONE);
    }
}
