package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;
import org.passerelle.law.Laws;
import org.passerelle.pay.PayEngine;

@DisplayName("CA-01, CA-02, CA-03, C. trav. L7331-2 2°: the CESA says all six things, and how one becomes an associate")
class CA01_EntrepreneurMentionsTest {

    @ParameterizedTest(name = "{0} without {1} lacks {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CESA | paper.targets      | targets
            CESA | house.support      | support
            CESA | operator.fee_vote  | contribution change
            CESA | person.fixed_part  | pay
            CESA | paper.variable     | pay
            CESA | house.statutes     | statutes
            CESA | house.clientele    | clientele
            CESA | house.association  | association deadline
            CESA | person.association_deadline | association deadline
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
    void T08_a_support_contract_before_shortens_the_three_years_and_the_trial() {
        var person = anEntrepreneur().from("2025-03-01").build();
        var law = Laws.load();
        var facts = Facts.of(
                aCooperative().build(),
                person,
                null,
                null,
                SomePapers.HOUSE,
                Map.of("paper.earlier_months", "7"),
                law.on(LocalDate.parse("2025-03-01")),
                PayEngine.of(law));
        assertThat(facts).containsEntry("person.association_deadline", "1er août 2027");
        assertThat(facts.get("paper.trial")).contains("au plus 1 mois");
    }

    @Test
    void the_association_deadline_is_three_years_after_the_start() {
        assertThat(SomePapers.facts(PaperKind.CESA)).containsEntry("person.association_deadline", "6 janvier 2028");
    }
}
