package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;

@DisplayName("PS-56, C. trav. L1254-23: the commercial contract says all nine things")
class PS56_CommercialContractTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            COMMERCIAL | person.name        | worker skills
            COMMERCIAL | paper.skills       | worker skills
            COMMERCIAL | mission.title      | service reason
            COMMERCIAL | paper.conditions   | service reason
            COMMERCIAL | mission.reason     | service reason
            COMMERCIAL | mission.price      | price
            COMMERCIAL | paper.safety       | safety equipment
            COMMERCIAL | paper.equipment    | safety equipment
            COMMERCIAL | operator.guarantor | guarantor guarantor_address
            COMMERCIAL | operator.insurer   | insurer
            COMMERCIAL | operator.policy    | insurer
            """)
    void what_is_missing_is_named(PaperKind kind, String removed, String lacking) {
        var facts = SomePapers.facts(kind);
        assertThat(SomePapers.paper(kind, facts).missing()).isEmpty();
        facts.remove(removed);
        var missing = SomePapers.paper(kind, facts).missing();
        List<String> expected = lacking.equals("-") ? List.of() : Arrays.asList(lacking.split(" "));
        assertThat(missing).extracting(one -> one.mention().id()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(missing).allSatisfy(one -> {
            assertThat(one.mention().article()).isNotBlank();
            assertThat(one.facts()).extracting(fact -> fact.key()).contains(removed);
        });
    }

    @Test
    void without_an_end_the_minimum_duration_is_asked_for() {
        var facts = SomePapers.facts(PaperKind.COMMERCIAL);
        facts.remove("mission.end");
        var missing = SomePapers.paper(PaperKind.COMMERCIAL, facts).missing();
        assertThat(missing).hasSize(1);
        assertThat(missing.getFirst().facts()).extracting(fact -> fact.key()).containsExactly("paper.min_duration");
        facts.put("paper.min_duration", "trois mois");
        assertThat(SomePapers.paper(PaperKind.COMMERCIAL, facts).isComplete()).isTrue();
    }
}
