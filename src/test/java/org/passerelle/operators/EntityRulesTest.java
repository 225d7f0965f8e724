package org.passerelle.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.operators.OperatorBuilder.flat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.operators.core.EntityRules;

@DisplayName("PS-20, PS-22, CA-14: what the law asks of a legal entity")
class EntityRulesTest {

    private static final Law OCTOBER = Laws.load().on(LocalDate.parse("2026-10-01"));

    @Test
    void PS20_nobody_operates_the_micro_entreprise_which_is_only_ever_advised() {
        assertThatThrownBy(() -> anOperator().in(Frame.MICRO_ENTREPRISE).build())
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("frame.operated");
    }

    @Test
    void CA14_a_cooperative_whose_contribution_was_not_voted_is_refused_even_when_it_is_a_flat_sum() {
        assertThat(found(aCooperative().withoutVote().build())).containsExactly("CA-14 REFUSE");
        assertThat(found(aCooperative().charging(flat("99")).withoutVote().build()))
                .containsExactly("CA-14 REFUSE");
        assertThat(found(aCooperative().charging(flat("99")).build())).isEmpty();
    }

    @Test
    void CA14_portage_needs_no_vote() {
        assertThat(found(anOperator().build())).isEmpty();
    }

    @Test
    void PS22_portage_without_a_guarantee_is_refused_and_a_cooperative_needs_none() {
        assertThat(found(anOperator().withoutGuarantee().build())).containsExactly("PS-22.missing REFUSE");
        assertThat(found(aCooperative().withoutGuarantee().build())).isEmpty();
    }

    @ParameterizedTest(name = "guaranteed until {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-30 | PS-22.expired WARN
            2026-10-01 | PS-22.expires WARN
            2026-11-29 | PS-22.expires WARN
            2026-11-30 |
            """)
    void PS22_sixty_days_before_its_end_a_guarantee_is_warned_about(String until, String expected) {
        var found = found(anOperator().guaranteedUntil(until).build());
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static List<String> found(Operator operator) {
        return EntityRules.findings(operator, OCTOBER).stream()
                .map(finding -> finding.messageKey().substring("rule.".length()) + " " + finding.severity())
                .toList();
    }
}
