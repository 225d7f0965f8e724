package org.passerelle.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Delays;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.law.Territory;
import org.passerelle.law.WorkingDays;

/// T10, T11 and T12 are tests of `PS61_WaterfallTest` and `PS67_FeeModelTest` too.
@DisplayName("Worked examples T01 to T25 of the catalogue, each by its name")
class T01_T25_WorkedExamplesTest {

    private static final Laws LAWS = Laws.load();
    private static final WorkingDays FRANCE = WorkingDays.in(Territory.FRANCE);

    private static Law on(String day) {
        return LAWS.on(LocalDate.parse(day));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    // PS-55, CAL-01
    @ParameterizedTest(name = "{0}: a mission that starts on {1} has its contract signed by {2}")
    @CsvSource({"T01, 2026-07-09, 2026-07-11", "T02, 2026-07-13, 2026-07-16", "T03, 2026-05-07, 2026-05-11"})
    void T01_T02_T03_commercial_contract(String id, LocalDate start, LocalDate expected) {
        assertThat(Delays.commercialContract(start, FRANCE, LAWS.on(start))).isEqualTo(expected);
    }

    // PS-43, PS-44
    @Test
    void T04_cdd_of_18_months_and_three_more_to_prospect() {
        var start = day("2026-01-05");
        var end = day("2027-07-04");

        assertThat(Contracts.fixedTerm(start, end, 0, null, on("2026-01-05"))).isEmpty();
        assertThat(Contracts.fixedTerm(start, end, 0, day("2027-10-04"), on("2026-01-05")))
                .isEmpty();
        assertThat(Contracts.fixedTerm(start, end, 0, day("2027-10-05"), on("2026-01-05")))
                .singleElement()
                .extracting(Finding::ruleId)
                .isEqualTo("PS-44");
        assertThat(Contracts.fixedTerm(start, end.plusDays(1), 0, null, on("2026-01-05")))
                .extracting(Finding::ruleId)
                .containsExactly("PS-43");
    }

    // PS-43: the count, not the length
    @Test
    void T05_a_third_renewal_is_refused_though_the_whole_is_14_months() {
        var found = Contracts.fixedTerm(day("2026-01-01"), day("2027-02-28"), 3, null, on("2026-01-01"));

        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.ruleId()).isEqualTo("PS-43");
            assertThat(f.variant()).isEqualTo("renewals");
            assertThat(f.severity()).isEqualTo(Severity.REFUSE);
        });
    }

    // PS-10
    @ParameterizedTest(name = "T06: until {0}: {1}")
    @CsvSource({"2027-01-31, false", "2027-02-01, true"})
    void T06_same_client_and_service_from_1_february_2024(LocalDate end, boolean refused) {
        var consultant = QuestionExamples.consultant(day("2026-10-01"));
        var terms = consultant.terms();
        var span = new DateRange(day("2024-02-01"), end);
        var asked = consultant.with(
                new Question.Terms(terms.pricePerDay(), terms.daysPerMonth(), null, span, terms.recourseReason()));

        var verdict = Frames.advise(Frame.PORTAGE_SALARIAL, asked, on("2026-10-01"));

        assertThat(verdict.obstacles().stream().anyMatch(f -> f.ruleId().equals("PS-10")))
                .isEqualTo(refused);
    }

    // PS-22
    @ParameterizedTest(name = "T07: payroll {0} → guarantee {1}")
    @CsvSource({"800000, 96120.00", "2000000, 200000.00"})
    void T07_guarantee_of_2026(String payroll, String expected) {
        assertThat(Sums.guarantee(Money.of(payroll), on("2026-01-01"))).isEqualTo(Money.of(expected));
    }

    // CA-03, CA-04, CA-35
    @Test
    void T08_cesa_after_a_cape_of_7_months() {
        var law = on("2025-03-01");

        assertThat(Contracts.associationDeadline(day("2025-03-01"), Period.ofMonths(7), law))
                .isEqualTo(day("2027-08-01"));
        assertThat(Contracts.longestTrialMonths(Period.ofMonths(7), law)).isEqualTo(1);
    }

    // CA-31
    @Test
    void T09_a_third_renewal_of_a_cape_is_refused_though_the_whole_is_short() {
        var four = Period.ofMonths(4);

        assertThat(Contracts.supportContract(List.of(four, four, four), on("2026-01-01")))
                .isEmpty();
        assertThat(Contracts.supportContract(List.of(four, four, four, four), on("2026-01-01")))
                .singleElement()
                .satisfies(f -> assertThat(f.messageKey()).isEqualTo("rule.CA-31.renewals"));
    }

    // PS-64
    @Test
    void T10_full_time_minimum_of_a_junior_in_both_grids() {
        assertThat(grid("2024-06-30", "portage_min_old_junior")).isEqualTo(Money.of("2288.30"));
        assertThat(grid("2024-07-31", "portage_min_junior")).isEqualTo(Money.of("2517.13"));
    }

    // PS-65b
    @Test
    void T11_the_first_step_lies_below_the_minimum_wage_since_june_2026() {
        var base = Money.of(grid("2026-06-01", "portage_min_level1")
                .toBigDecimal()
                .divide(new java.math.BigDecimal("1.25"), 2, java.math.RoundingMode.HALF_UP));
        var smic = on("2026-06-01").money("smic_monthly");

        assertThat(base).isEqualTo(Money.of("1804.49"));
        assertThat(smic).isEqualTo(Money.of("1867.02"));
        assertThat(base.max(smic)).isEqualTo(smic);
    }

    private static Money grid(String day, String step) {
        var law = on(day);
        return law.amount("portage_reference_pmss").times(law.rate(step)).roundHalfUp();
    }

    // PS-51
    @Test
    void T13_end_of_a_cdd_of_18000_gross() {
        var law = on("2026-10-01");
        var gross = Money.of("18000");

        assertThat(Sums.endOfContract(gross, false, law)).isEqualTo(Money.of("1800"));
        assertThat(Sums.endOfContract(gross, true, law)).isEqualTo(Money.ZERO);
        assertThat(gross.exact().times(law.rate("portage_paid_leave")).roundHalfUp())
                .isGreaterThanOrEqualTo(Money.of("1800"));
    }

    // KY-05
    @Test
    void T14_the_prefecture_is_silent() {
        assertThat(Delays.titleCheckMet(day("2026-12-23"), FRANCE, on("2026-12-23")))
                .isEqualTo(day("2026-12-26"));
        assertThat(Delays.titleCheckMet(day("2026-12-23"), WorkingDays.in(Territory.ALSACE_MOSELLE), on("2026-12-23")))
                .isEqualTo(day("2026-12-28"));
    }

    // UN-04
    @Test
    void T15_agreed_termination() {
        var law = on("2026-11-23");

        assertThat(Delays.lastWithdrawal(day("2026-11-23"), law)).isEqualTo(day("2026-12-08"));
        assertThat(Delays.tacitApproval(day("2026-12-09"), FRANCE, law)).isEqualTo(day("2026-12-28"));
        assertThat(Delays.earliestEnd(day("2026-12-09"), FRANCE, law)).isEqualTo(day("2026-12-29"));
    }

    // UN-05
    @Test
    void T16_dismissal_after_12_years() {
        assertThat(Sums.dismissalIndemnity(Money.of("3000"), 144, on("2026-11-23")))
                .isEqualTo(Money.of("9500"));
        assertThat(Sums.dismissalIndemnity(Money.of("3000"), 7, on("2026-11-23")))
                .isEqualTo(Money.ZERO);
    }

    // ME-04
    @Test
    void T17_micro_contributions_of_10000() {
        assertThat(Sums.microContributions(Money.of("10000"), null, on("2026-03-31")))
                .isEqualTo(Money.of("2560"));
        assertThat(Sums.microTraining(Money.of("10000"), on("2026-03-31"))).isEqualTo(Money.of("20"));
    }

    // ME-06
    @Test
    void T18_the_same_with_acre_created_on_15_july_2026() {
        assertThat(Sums.microContributions(Money.of("10000"), on("2026-07-15"), on("2026-09-30")))
                .isEqualTo(Money.of("1920"));
        assertThat(Sums.microTraining(Money.of("10000"), on("2026-09-30"))).isEqualTo(Money.of("20"));
    }

    // ME-03
    @ParameterizedTest(name = "T19: {0} received in 2026: VAT {1}")
    @CsvSource({"37500, NEVER", "37500.01, NEXT_YEAR", "40000, NEXT_YEAR", "41250, NEXT_YEAR", "41250.01, AT_ONCE"})
    void T19_vat_of_services(String received, Sums.Vat expected) {
        assertThat(Sums.vatOfServices(Money.of(received), on("2026-12-31"))).isEqualTo(expected);
    }

    // SP-04
    @ParameterizedTest(name = "{0}: {1} employees, other activities {2} of 100 000 €: exempt {3}")
    @CsvSource({"T20, 8, 30000, true", "T20, 8, 31000, false", "T21, 12, 10000, false"})
    void T20_T21_exclusivity(String id, int employees, String other, boolean exempt) {
        assertThat(Sums.exemptFromExclusivity(employees, Money.of("100000"), Money.of(other), on("2026-01-01")))
                .isEqualTo(exempt);
    }

    // SP-04
    @ParameterizedTest(name = "T20: a declared micro-entreprise that does something else on {0}: {1}")
    @CsvSource({"2024-12-31, rule.SP-04.own_before", "2025-01-01, rule.SP-04.own"})
    void T20_a_declared_person_is_told_of_the_exclusivity(String day, String key) {
        var asked = QuestionExamples.consultant(day(day)).with(new Question.Worker(7, 60, true, true, null));

        assertThat(Frames.advise(Frame.MICRO_ENTREPRISE, asked, on(day)).findings())
                .extracting(Finding::messageKey)
                .contains(key);
    }

    // IN-21
    @Test
    void T22_6000_euros_30_days_late() {
        var due = day("2026-09-30");

        assertThat(Sums.latePenalty(Money.of("6000"), Rate.ofPercent("12.15"), due, due.plusDays(30)))
                .isEqualTo(Money.of("59.92"));
        assertThat(on("2026-10-30").money("recovery_fee")).isEqualTo(Money.of("40"));
    }

    // KY-10
    @Test
    void T23_vigilance_file_from_5000_euros() {
        var law = on("2026-11-23");

        assertThat(Sums.vigilanceFile(Money.of("4999"), law)).isFalse();
        assertThat(Sums.vigilanceFile(Money.of("5000"), law)).isTrue();
        assertThat(law.number("vigilance_months")).isEqualTo(6);
    }

    // CO-04
    @Test
    void T24_start_on_day_3_of_an_online_contract_without_express_request() {
        var asked = Question.about(day("2026-10-01"), ClientKind.CONSUMER)
                .with(new Question.Service(Catalogue.standard().get("coach-vie"), null, null, false, null, null));
        var law = on("2026-10-01");

        var early = Frames.advise(Frame.CAE, asked.with(new Sale(Sale.Channel.DISTANCE, 3, false)), law);
        var agreed = Frames.advise(Frame.CAE, asked.with(new Sale(Sale.Channel.DISTANCE, 3, true)), law);
        var unknown = Frames.advise(Frame.CAE, asked.with(new Sale(Sale.Channel.DISTANCE, 3, null)), law);
        var later = Frames.advise(Frame.CAE, asked.with(new Sale(Sale.Channel.DISTANCE, 14, false)), law);

        assertThat(early.obstacles()).extracting(Finding::messageKey).containsExactly("rule.CO-04.early");
        assertThat(agreed.verdict()).isEqualTo(Verdict.LAWFUL);
        assertThat(unknown.questions()).containsExactly(Fact.EXPRESS_REQUEST);
        assertThat(later.verdict()).isEqualTo(Verdict.LAWFUL);
    }

    // SP-12, SP-13
    @ParameterizedTest(name = "T25: paid by {0}: opens the tax credit {1}")
    @CsvSource({"CASH, false", "TRANSFER, true", "CARD, true", "CHEQUE, true", "DIRECT_DEBIT, true", "CESU, true"})
    void T25_cash_opens_no_tax_credit(SapPayment means, boolean opens) {
        assertThat(means.opensTaxCredit()).isEqualTo(opens);
        assertThat(SapPayment.certified(Map.of(means, Money.of("80")))).isEqualTo(opens ? Money.of("80") : Money.ZERO);
    }
}
