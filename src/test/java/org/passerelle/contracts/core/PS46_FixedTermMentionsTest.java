package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;

@DisplayName("PS-46, C. trav. L1254-15: the fixed-term contract of portage says all seventeen things")
class PS46_FixedTermMentionsTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PORTAGE_CDD | paper.min_duration   | -
            PORTAGE_CDD | house.apport         | pay
            PORTAGE_CDD | house.pay_day        | pay
            PORTAGE_CDD | operator.fee         | pay
            PORTAGE_CDD | house.expenses       | expenses
            PORTAGE_CDD | paper.skills         | skills
            PORTAGE_CDD | paper.trial          | trial
            PORTAGE_CDD | house.leave          | leave
            PORTAGE_CDD | house.pension        | pension
            PORTAGE_CDD | house.provident      | pension
            PORTAGE_CDD | house.cra            | reports
            PORTAGE_CDD | operator.guarantor   | guarantor guarantor_address
            PORTAGE_CDD | paper.renewal        | term end event
            PORTAGE_CDD | client.name          | client object duration
            PORTAGE_CDD | client.address       | client object duration
            PORTAGE_CDD | mission.title        | client object duration
            PORTAGE_CDD | mission.split_levies | price
            PORTAGE_CDD | mission.split_apport | price
            PORTAGE_CDD | mission.split_fee    | price
            PORTAGE_CDD | paper.safety         | safety equipment
            PORTAGE_CDD | paper.equipment      | safety equipment
            PORTAGE_CDD | operator.insurer     | insurer
            PORTAGE_CDD | operator.policy      | insurer
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
