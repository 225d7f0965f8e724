package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;

@DisplayName("CA-30 to CA-34, C. com. L127-1 ff.: the CAPE is written and says what it is not")
class CA30_SupportContractTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CAPE | paper.project   | written
            CAPE | paper.programme | written
            CAPE | paper.full_time | full_time
            CAPE | person.exit     | duration
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
