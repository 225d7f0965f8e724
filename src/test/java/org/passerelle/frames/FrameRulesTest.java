package org.passerelle.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Severity;
import org.passerelle.law.Laws;
import org.passerelle.law.NoVersion;

@DisplayName("The rules of the frames, one by one, at their thresholds")
class FrameRulesTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final Laws LAWS = Laws.load();

    @ParameterizedTest(name = "PS-06: level {0}, {1} months of experience: {2}")
    @CsvSource({"5, 0, LAWFUL", "4, 36, LAWFUL", "4, 35, UNLAWFUL", "4, , UNDECIDED", ", 35, UNDECIDED", ", 36, LAWFUL"
    })
    void PS06_diploma_or_experience(Integer level, Integer months, Verdict expected) {
        assertThat(portage(q -> q.with(new Question.Worker(level, months, null, null, null)))
                        .verdict())
                .isEqualTo(expected);
    }

    @Test
    void P00_a_frame_whose_figure_is_not_known_yet_stays_undecided_and_the_others_answer() {
        var nextYear = LocalDate.of(2027, 1, 15);
        var question = Question.about(nextYear, ClientKind.COMPANY)
                .with(QuestionExamples.terms("450", "15", "3"))
                .with(new Question.Worker(7, null, true, null, null))
                .with(new Question.Service(
                        Catalogue.standard().find("developpeur").orElseThrow(), false, false, false, false, false));
        var advice = Frames.advise(question, Laws.load().on(nextYear));

        assertThat(advice.of(Frame.PORTAGE_SALARIAL).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(advice.of(Frame.PORTAGE_SALARIAL).findings())
                .filteredOn(finding -> finding.ruleId().equals("P-00"))
                .extracting(finding -> finding.data().get("parameter"))
                .containsExactly("pmss");
        assertThat(advice.of(Frame.CAE).verdict()).isEqualTo(Verdict.LAWFUL);
    }

    @Test
    void P00_a_refusal_needs_no_figure_and_a_day_outside_of_everything_has_no_answer() {
        var nextYear = LocalDate.of(2027, 1, 15);
        var question = Question.about(nextYear, ClientKind.CONSUMER).with(QuestionExamples.terms("450", "15", "3"));
        var portage = Frames.advise(question, Laws.load().on(nextYear)).of(Frame.PORTAGE_SALARIAL);
        assertThat(portage.verdict()).isEqualTo(Verdict.UNLAWFUL);
        assertThat(portage.findings()).noneMatch(finding -> finding.ruleId().equals("P-00"));

        var before = LocalDate.of(1990, 1, 1);
        var law = Laws.load().on(before);
        assertThatThrownBy(() -> Frames.advise(Question.about(before, ClientKind.COMPANY), law))
                .isInstanceOf(NoVersion.class)
                .hasMessageContaining("1990-01-01");
    }

    @ParameterizedTest(name = "PS-10: {0} months: {1}")
    @CsvSource({"29, LAWFUL", "30, LAWFUL_WITH_WARNINGS", "36, LAWFUL_WITH_WARNINGS", "36.5, UNLAWFUL", "37, UNLAWFUL"})
    void PS10_thirty_six_months(String months, Verdict expected) {
        assertThat(portage(q -> q.with(QuestionExamples.terms("450", "10", months)))
                        .verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "T06: 1 February 2024 to {0}: {1}")
    @CsvSource({"2027-01-31, LAWFUL_WITH_WARNINGS", "2027-02-01, UNLAWFUL"})
    void T06_the_last_day_of_thirty_six_months_is_in(LocalDate end, Verdict expected) {
        var span = new DateRange(LocalDate.of(2024, 2, 1), end);
        var terms = new Question.Terms(Money.of("450"), BigDecimal.TEN, null, span, RecourseReason.OCCASIONAL_TASK);

        assertThat(portage(q -> q.with(terms)).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "PS-01, PS-02: {0} buying for {1}: {2} {3}")
    @CsvSource({
        "COMPANY, BUSINESS, LAWFUL,",
        "COMPANY, PRIVATE, UNLAWFUL, PS-01",
        "ASSOCIATION, , LAWFUL_WITH_WARNINGS, PS-02",
        "PUBLIC_BODY, , LAWFUL_WITH_WARNINGS, PS-02",
        "SOLE_TRADER, BUSINESS, LAWFUL_WITH_WARNINGS, PS-01",
        "SOLE_TRADER, PRIVATE, UNLAWFUL, PS-01",
        "SOLE_TRADER, , UNDECIDED,",
        "CONSUMER, , UNLAWFUL, PS-01"
    })
    void PS01_the_client_is_an_enterprise(ClientKind kind, Purpose purpose, Verdict verdict, String rule) {
        var found = portage(q -> q.with(new Question.Buyer(kind, "FR", purpose)));

        assertThat(found.verdict()).isEqualTo(verdict);
        if (rule != null)
            assertThat(found.findings()).extracting(Finding::ruleId).contains(rule);
    }

    @Test
    void PS07_the_clients_own_permanent_work_is_no_reason() {
        var terms = new Question.Terms(
                Money.of("450"), BigDecimal.TEN, BigDecimal.ONE, null, RecourseReason.PERMANENT_ACTIVITY);

        assertThat(portage(q -> q.with(terms)).obstacles())
                .extracting(Finding::ruleId)
                .containsExactly("PS-07");
    }

    @Test
    void PS65b_the_smic_is_a_second_check_since_june_2026() {
        var cheap = QuestionExamples.terms("118", "10", "6");

        var found = portage(q -> q.with(cheap)).obstacles();

        assertThat(found).extracting(Finding::ruleId).contains("PS-65b").last().isEqualTo("PS-65b");
        assertThat(found.getLast().data()).containsEntry("smic", "1867.02 EUR").containsEntry("branch", "2255.61 EUR");
    }

    @ParameterizedTest(name = "PS-64: fee {0} €: {1}")
    @CsvSource({"0, LAWFUL", "900, UNLAWFUL"})
    void PS64_the_fee_of_the_house_counts(String fee, Verdict expected) {
        UnaryOperator<Money> flat = collected -> Money.of(fee);
        var house = new Question.House(
                SoleTraderPolicy.ACCEPT_WITH_WARNING, AssociationPolicy.STATUTORY_3Y, true, null, flat, null);

        assertThat(portage(q -> q.with(house).with(QuestionExamples.terms("180", "10", "6")))
                        .verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} says {2}")
    @CsvSource({
        "CAE, CA-03, INFO",
        "CAE, CA-24, INFO",
        "PORTAGE_ENTREPRENEURIAL, PE-01, INFO",
        "PORTAGE_ENTREPRENEURIAL, PE-03, INFO",
        "PORTAGE_ENTREPRENEURIAL, PE-07, INFO",
        "PORTAGE_SALARIAL, PS-05, INFO",
        "MICRO_ENTREPRISE, ME-01, INFO",
        "MICRO_ENTREPRISE, ME-02, INFO",
        "MICRO_ENTREPRISE, ME-03, INFO"
    })
    void what_is_good_to_know_for_a_company(Frame frame, String rule, Severity severity) {
        assertThat(Frames.advise(frame, QuestionExamples.consultant(ON), LAWS.on(ON))
                        .findings())
                .filteredOn(f -> f.ruleId().equals(rule))
                .extracting(Finding::severity)
                .containsOnly(severity);
    }

    @ParameterizedTest(name = "for a consumer: {0}")
    @CsvSource({"CA-21", "CO-01", "CO-03", "CO-04", "CO-08"})
    void what_is_good_to_know_for_a_consumer(String rule) {
        var question = QuestionExamples.consultant(ON).with(new Question.Buyer(ClientKind.CONSUMER, null, null));

        assertThat(Frames.advise(Frame.CAE, question, LAWS.on(ON)).findings())
                .extracting(Finding::ruleId)
                .contains(rule);
    }

    @ParameterizedTest(name = "PE-02: own SIREN {0}: {1}")
    @CsvSource({"true, LAWFUL", "false, UNLAWFUL", ", UNDECIDED"})
    void PE02_a_mandate_needs_an_own_siren(Boolean siren, Verdict expected) {
        var question = QuestionExamples.consultant(ON).with(new Question.Worker(7, 60, siren, null, null));

        assertThat(Frames.advise(Frame.PORTAGE_ENTREPRENEURIAL, question, LAWS.on(ON))
                        .verdict())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "ME-02, ME-03: {0} €/day × 15 days × 12 months: {1} {2}")
    @CsvSource({"300, '', below", "380, near, at_once", "470, above, at_once"})
    void ME02_ME03_ceilings_of_the_micro_entreprise(String price, String ceiling, String vat) {
        var days = price.equals("300") ? "10" : "15";
        var question = QuestionExamples.consultant(ON).with(QuestionExamples.terms(price, days, "12"));

        var found = Frames.advise(Frame.MICRO_ENTREPRISE, question, LAWS.on(ON)).findings();

        assertThat(found)
                .filteredOn(f -> f.ruleId().equals("ME-02"))
                .extracting(Finding::variant)
                .containsOnly(ceiling);
        assertThat(found)
                .filteredOn(f -> f.ruleId().equals("ME-03"))
                .extracting(Finding::variant)
                .containsOnly(vat);
    }

    @ParameterizedTest(name = "IN-30: the article of ME-03 on {0}: {1}")
    @CsvSource({"2026-08-31, CGI 293 B", "2026-09-01, CIBS L223-1 s."})
    void IN30_articles_are_dated(LocalDate day, String article) {
        assertThat(Frames.advise(Frame.MICRO_ENTREPRISE, QuestionExamples.consultant(day), LAWS.on(day))
                        .findings())
                .filteredOn(f -> f.ruleId().equals("ME-03"))
                .extracting(Finding::article)
                .containsOnly(article);
    }

    @Test
    void SP14_a_dedicated_cooperative_opens_the_tax_credit() {
        var question = QuestionExamples.consultant(ON)
                .with(new Question.Buyer(ClientKind.CONSUMER, "FR", null))
                .with(new Question.Service(Catalogue.standard().get("II-5"), null, null, true, null, null));

        assertThat(Frames.advise(Frame.CAE_SAP, question, LAWS.on(ON)).findings())
                .filteredOn(f -> f.ruleId().equals("SP-14"))
                .singleElement()
                .satisfies(f -> assertThat(Sentences.of(f, Locale.FRENCH)).contains("50\u00A0%"));
    }

    @Test
    void CA40_a_waived_membership_is_a_warning() {
        var house = new Question.House(
                SoleTraderPolicy.REFUSE, AssociationPolicy.WAIVED_AT_OPERATOR_RISK, true, null, null, null);

        assertThat(Frames.advise(Frame.CAE, QuestionExamples.consultant(ON).with(house), LAWS.on(ON))
                        .findings())
                .filteredOn(f -> f.ruleId().equals("CA-40"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN);
    }

    @ParameterizedTest(name = "{0}: may be overridden: {1}")
    @CsvSource({"desamiantage, true", "avocat, true", "II-5, false"})
    void a_refusal_says_who_may_set_it_aside(String activity, boolean expected) {
        var service = new Question.Service(Catalogue.standard().get(activity), null, null, true, null, false);

        assertThat(portage(q -> q.with(service)).obstacles())
                .allSatisfy(f -> assertThat(Frames.overridableBy(f).isPresent()).isEqualTo(expected));
    }

    private static FrameVerdict portage(UnaryOperator<Question> change) {
        return Frames.advise(Frame.PORTAGE_SALARIAL, change.apply(QuestionExamples.consultant(ON)), LAWS.on(ON));
    }
}
