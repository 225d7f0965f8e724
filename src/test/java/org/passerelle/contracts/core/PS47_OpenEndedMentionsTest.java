package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;

@DisplayName("PS-47, C. trav. L1254-21 I: the open-ended contract of portage says all eight things")
class PS47_OpenEndedMentionsTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PORTAGE_CDI | person.exit                | -
            PORTAGE_CDI | operator.fee               | pay
            PORTAGE_CDI | house.apport               | pay
            PORTAGE_CDI | house.expenses             | expenses
            PORTAGE_CDI | paper.skills               | skills
            PORTAGE_CDI | house.leave                | leave
            PORTAGE_CDI | paper.trial                | trial
            PORTAGE_CDI | house.pension              | pension
            PORTAGE_CDI | house.cra                  | reports
            PORTAGE_CDI | operator.guarantor         | guarantor guarantor_address
            PORTAGE_CDI | operator.guarantor_address | guarantor guarantor_address
            PORTAGE_CDI | operator.policy            | insurer
            MISSION_LETTER | client.name             | client
            MISSION_LETTER | paper.conditions        | object duration
            MISSION_LETTER | mission.split_pay       | price
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
}
