package org.passerelle.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.Frame;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;

@DisplayName("DP-04: the dependence score, stricter where L1254-6 does not shield (CA-24, PE-07)")
class DP04_DependenceScoreTest {

    private static final LocalDate ON = LocalDate.of(2026, 10, 1);
    private static final Law LAW = Laws.load().on(ON);

    private static Relation relation(String yes) {
        var signs = new EnumMap<Sign, Boolean>(Sign.class);
        for (var sign : Sign.values()) signs.put(sign, false);
        if (!yes.isBlank()) for (var name : yes.split(" ")) signs.put(Sign.valueOf(name), true);
        return Relation.of(signs);
    }

    @Test
    void the_weights_make_a_hundred() {
        var all = Arrays.stream(Sign.values()).map(Sign::name).collect(Collectors.joining(" "));
        var score = DependenceScore.of(relation(all), null, true, LAW);

        assertThat(score.points()).isEqualByComparingTo("100");
        assertThat(score.level()).isEqualTo(DependenceScore.Level.SEVERE);
    }

    @ParameterizedTest(name = "{0}: {1} points, {2} in portage, {3} without the shield")
    @CsvSource({
        "'', 0, LOW, LOW",
        "D01 D12, 18, LOW, LOW",
        "D01 D09, 20, LOW, WATCH",
        "D01 D02, 24, LOW, WATCH",
        "D01 D02 D06, 28, WATCH, WATCH",
        "D01 D02 D03, 38, HIGH, HIGH",
        "D01 D02 D04 D07, 40, WATCH, HIGH",
        "D01 D03 D05 D07 D12, 50, HIGH, HIGH",
        "D01 D02 D03 D05 D07 D12, 60, HIGH, SEVERE",
        "D01 D02 D03 D05 D07 D08 D11, 70, SEVERE, SEVERE"
    })
    void levels(String yes, BigDecimal points, DependenceScore.Level shielded, DependenceScore.Level bare) {
        var portage = DependenceScore.of(relation(yes), null, true, LAW);

        assertThat(portage.points()).isEqualByComparingTo(points);
        assertThat(portage.level()).isEqualTo(shielded);
        assertThat(DependenceScore.of(relation(yes), null, false, LAW).level()).isEqualTo(bare);
    }

    @ParameterizedTest(name = "{0} % of the turnover, {1} months: {2} points")
    @CsvSource({"49.9, 12, 0", "50, 12, 3", "79.9, 12, 3", "80, 12, 6", "80, 12.5, 8.5", "80, 24, 8.5", "80, 24.5, 11"})
    void share_and_length_count_by_half_first(BigDecimal share, BigDecimal months, BigDecimal points) {
        var asked = new Relation(Map.of(), share, null, null, null, null, null, null, null);

        assertThat(DependenceScore.of(asked, months, true, LAW).points()).isEqualByComparingTo(points);
    }

    @Test
    void what_nobody_answered_counts_nothing_and_is_said() {
        var score = DependenceScore.of(Relation.of(Map.of(Sign.D01, true)), null, true, LAW);

        assertThat(score.points()).isEqualByComparingTo("14");
        assertThat(score.unknown()).hasSize(12).doesNotContain(Sign.D01);
    }

    @ParameterizedTest(name = "{0}, renewal {1}: {2}")
    @CsvSource({
        "PORTAGE_SALARIAL, true, LAWFUL_WITH_WARNINGS, rule.DP-04.high",
        "CAE, true, UNLAWFUL, rule.DP-04.renewal_bare",
        "CAE, false, LAWFUL_WITH_WARNINGS, rule.DP-04.high_bare",
        "PORTAGE_ENTREPRENEURIAL, true, UNLAWFUL, rule.DP-04.renewal_bare"
    })
    void the_same_relation_at_sixty_points(Frame frame, boolean renewal, Verdict expected, String key) {
        var asked = QuestionExamples.consultant(ON)
                .with(relation("D01 D02 D03 D05 D07 D12").renewal(renewal));

        var verdict = Frames.advise(frame, asked, LAW);

        assertThat(verdict.verdict()).isEqualTo(expected);
        var found = verdict.findings().stream()
                .filter(f -> f.ruleId().equals("DP-04"))
                .findFirst()
                .orElseThrow();
        assertThat(found.messageKey()).isEqualTo(key);
        assertThat(found.parameterVersions()).containsKey("DP_WEIGHT_D01");
        assertThat(Sentences.of(found, Locale.FRENCH)).contains("60", "prix imposé par le client");
        assertThat(Sentences.wayOut(found, Locale.ENGLISH)).isPresent();
        if (expected == Verdict.UNLAWFUL) {
            assertThat(Frames.overridableBy(found)).contains(OverrideRole.ADMINISTRATOR);
        }
    }

    @Test
    void whether_it_is_a_renewal_is_asked_when_it_decides() {
        var asked = QuestionExamples.consultant(ON).with(relation("D01 D02 D03 D05 D07 D08 D11"));

        assertThat(Frames.advise(Frame.PORTAGE_SALARIAL, asked, LAW).questions())
                .containsExactly(Fact.RENEWAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mise à disposition de personnel",
                "mise à disposition d’un salarié pour six mois",
                "Prêt de main-d’œuvre",
                "Renfort d'effectif",
                "Supply of staff"
            })
    void DP20_an_object_that_lends_staff_is_refused_unless_overridden(String object) {
        var asked = QuestionExamples.consultant(ON)
                .with(new Relation(Map.of(), null, null, null, null, null, null, null, object));

        for (var frame : new Frame[] {Frame.PORTAGE_SALARIAL, Frame.CAE, Frame.PORTAGE_ENTREPRENEURIAL}) {
            var obstacles = Frames.advise(frame, asked, LAW).obstacles();
            assertThat(obstacles).extracting(Finding::messageKey).containsExactly("rule.DP-20.object");
            assertThat(Frames.overridableBy(obstacles.getFirst())).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mise à disposition d’une maquette", "Audit du système de paie", "Prêt-à-porter : étude"})
    void DP20_an_object_that_describes_a_service_is_accepted(String object) {
        assertThat(DependenceRules.namesLending(object)).isFalse();
    }

    @Test
    void PS05_PS07_PS12_CA30_and_DP03_speak_when_their_fact_is_there() {
        var base = QuestionExamples.consultant(ON);
        var terms = base.terms();
        var asked = base.with(new Question.Terms(
                        terms.pricePerDay(),
                        terms.daysPerMonth(),
                        terms.months(),
                        null,
                        RecourseReason.OCCASIONAL_TASK))
                .with(new Relation(Map.of(), BigDecimal.valueOf(100), null, true, true, true, true, true, null));

        assertThat(Frames.advise(Frame.PORTAGE_SALARIAL, asked, LAW).findings())
                .extracting(Finding::messageKey)
                .containsExactlyInAnyOrder("rule.PS-05.directed", "rule.PS-07.trade", "rule.PS-12", "rule.DP-03");
        assertThat(Frames.advise(Frame.CAE, asked, LAW).findings())
                .extracting(Finding::ruleId)
                .contains("CA-30", "CA-24", "DP-03");
    }
}
