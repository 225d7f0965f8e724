package org.passerelle.simulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Money;
import org.passerelle.law.Laws;
import org.passerelle.pay.LineKind;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.YearToDate;

@DisplayName("« Vérifier mon bulletin »: lines of any operator beside ours")
class F015_PayslipCheckTest {

    private static final PayEngine ENGINE = PayEngine.of(Laws.load());

    private static Payslip slip(String gross) {
        return ENGINE.pay(
                PayInput.of(
                        LocalDate.of(2026, 10, 31),
                        Money.of(gross),
                        SomeQuestions.ported("0").terms()),
                YearToDate.NONE);
    }

    private static PayslipCheck.Typed line(String label, String first, String... second) {
        return new PayslipCheck.Typed(label, Money.of(first), second.length == 0 ? null : Money.of(second[0]));
    }

    @ParameterizedTest(name = "a payslip of ours at {0}, copied line by line, shows no difference")
    @ValueSource(strings = {"1900", "3000", "4500", "9000", "20000"})
    void our_own_payslip(String gross) {
        var slip = slip(gross);
        var lines = new ArrayList<PayslipCheck.Typed>();
        for (var line : slip.lines()) {
            lines.add(new PayslipCheck.Typed(line.label(), line.employee(), line.employer()));
        }

        var check = PayslipCheck.of(lines, slip);

        assertThat(check.rows()).extracting(PayslipCheck.Row::state).containsOnly(PayslipCheck.State.SAME);
        assertThat(check.untyped()).isEmpty();
        assertThat(check.yearly()).isEqualTo(Money.ZERO);
    }

    @Test
    void lines_that_belong_together_are_compared_together() {
        var slip = slip("4500");

        var check = PayslipCheck.of(
                List.of(
                        line("Complémentaire Tranche 1", "160.60", "240.70"),
                        line("Complémentaire Tranche 2", "54.41", "81.57"),
                        line("Assurance chômage", "192.87")),
                slip);

        assertThat(check.rows()).hasSize(2);
        assertThat(check.rows().getFirst().labels()).hasSize(2);
        assertThat(check.rows().getFirst().kinds())
                .containsExactlyInAnyOrder(LineKind.AGIRC_ARRCO, LineKind.CEG, LineKind.CET);
        assertThat(check.rows().getFirst().state()).isEqualTo(PayslipCheck.State.SAME);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Cotisation foncière des entreprises, company_tax",
        "C3S, company_tax",
        "Taxe sur les salaires, salary_tax",
        "RC Pro, insurance",
        "Médecine du travail, health",
        "Œuvres sociales CSE, works_council",
        "Frais de structure mutualisés, fee",
        "Contribution autonome inventée, unknown"
    })
    void a_line_without_a_basis_says_why_and_costs_twelve_months(String label, String reason) {
        var check = PayslipCheck.of(List.of(line(label, "42")), slip("4500"));

        assertThat(check.rows().getFirst().state()).isEqualTo(PayslipCheck.State.NO_BASIS);
        assertThat(check.rows().getFirst().reason()).isEqualTo(reason);
        assertThat(check.yearly()).isEqualTo(Money.of("504"));
    }

    @Test
    void a_share_that_is_too_high_counts_for_the_year() {
        var check = PayslipCheck.of(List.of(line("CSG déductible", "316.77")), slip("4500"));

        assertThat(check.rows().getFirst().state()).isEqualTo(PayslipCheck.State.DIFFERENT);
        assertThat(check.yearly()).isEqualTo(Money.of("120"));
    }

    @Test
    void a_line_that_is_not_due_is_named() {
        var check = PayslipCheck.of(List.of(line("CPF-CDD", "45.00")), slip("4500"));

        assertThat(check.rows().getFirst().state()).isEqualTo(PayslipCheck.State.NOT_DUE);
        assertThat(check.yearly()).isEqualTo(Money.of("540"));
    }

    @Test
    void what_is_set_aside_or_part_of_the_gross_is_no_charge() {
        var check = PayslipCheck.of(
                List.of(
                        line("Réserve financière", "390"),
                        line("Indemnité d’apport d’affaires", "200"),
                        line(
                                "Net à payer avant impôt",
                                slip("4500").printed().netBeforeTax().toString())),
                slip("4500"));

        assertThat(check.rows())
                .extracting(PayslipCheck.Row::state)
                .containsExactly(PayslipCheck.State.BOOKING, PayslipCheck.State.EARNING, PayslipCheck.State.TOTAL);
        assertThat(check.yearly()).isEqualTo(Money.ZERO);
    }
}
