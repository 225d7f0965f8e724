package org.passerelle.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

@DisplayName("payroll.md 3.2 and 8: cover beyond the exemption joins pay, beyond the deduction it is taxed")
class PAY_CoverExcessTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 12);

    /// 384 + 60.075 of employer's cover; 6 % × 4 005 + 1.5 % × 6 878.91 = 343.48365 are exempt.
    @Test
    void the_excess_bears_contributions_and_no_abatement_of_CSG() {
        var slip = pay("6878.91", "640", "60");
        assertThat(slip.coverExcess()).isEqualTo(Money.of("100.59"));
        // 13 % of 6 979.50135
        assertThat(exact(slip, LineKind.MALADIE)).isEqualByComparingTo(Amount.of("907.3351755"));
        assertThat(slip.exact().gross()).isEqualByComparingTo(Amount.of("6878.91"));
        // 98.25 % of pay, and the whole cover once
        assertThat(slip.exactCsgBase()).isEqualByComparingTo(Amount.of("7202.604075"));
        assertThat(slip.exact().employerCost().minus(slip.exact().employerTotal()))
                .isEqualByComparingTo(Amount.of("6878.91"));
    }

    @Test
    void the_cap_is_twelve_percent_of_the_ceiling() {
        // 240.30 + 1.5 % × 30 000 would be 690.30; 12 % of 4 005 is 480.60
        var slip = pay("30000", "600", "100");
        assertThat(slip.coverExcess()).isEqualTo(Money.of("179.48"));
    }

    @Test
    void an_ordinary_premium_changes_nothing() {
        assertThat(pay("3000", "60", "50").coverExcess()).isEqualTo(Money.ZERO);
        assertThat(pay("3000", "60", "50").taxedCover()).isEqualTo(Money.ZERO);
    }

    /// 5 % × 4 005 + 2 % × 3 000 = 260.25 may be deducted; the worker pays 320, the employer 45 of prévoyance.
    @Test
    void what_is_not_deducted_is_in_the_net_taxable() {
        var slip = pay("3000", "640", "50");
        assertThat(slip.taxedCover()).isEqualTo(Money.of("104.75"));
        var printed = slip.printed();
        var others = slip.employee(LineKind.CSG_NON_DEDUCTIBLE)
                .plus(slip.employee(LineKind.CRDS))
                .plus(slip.employer(LineKind.MUTUELLE));
        assertThat(printed.netTaxable())
                .isEqualTo(printed.netBeforeTax().plus(others).plus(Money.of("104.75")));
    }

    private static Amount exact(Payslip slip, LineKind kind) {
        return slip.lines().stream()
                .filter(line -> line.rule().kind() == kind)
                .findFirst()
                .orElseThrow()
                .exactEmployer();
    }

    private static Payslip pay(String gross, String premium, String share) {
        var employer = new EmployerTerms(
                5000, Rate.ZERO, Rate.ofPercent("1"), Money.of(premium), Rate.ofPercent(share), Rate.ofPercent("5"));
        var terms = PayTerms.of(employer, WorkerTerms.fullTime(true));
        return ENGINE.pay(PayInput.of(MARCH, Money.of(gross), terms), YearToDate.NONE);
    }
}
