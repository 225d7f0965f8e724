package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;

@DisplayName("CO-02 to CO-11: the quote to a private individual informs, and carries the withdrawal form")
class CO02_ConsumerQuoteTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CONSUMER_QUOTE | operator.email          | identity withdrawal
            CONSUMER_QUOTE | mission.title           | service duration
            CONSUMER_QUOTE | mission.price_ttc       | price
            CONSUMER_QUOTE | paper.guarantees        | guarantees
            CONSUMER_QUOTE | operator.mediator       | mediator
            CONSUMER_QUOTE | mission.withdrawal_days | -
            CONSUMER_QUOTE | paper.express_request   | early_start
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
    void the_withdrawal_form_is_in_it() {
        var text = SomePapers.paper(PaperKind.CONSUMER_QUOTE).clauses().toString();
        assertThat(text).contains("pendant 14 jours").contains("Je vous notifie par la présente ma rétractation");
    }
}
