package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.contracts.PaperKind;
import org.passerelle.law.Laws;

@DisplayName("PS-41, C. trav. L1254-14 and L1254-20: the employment contract bears the title that the law dictates")
class PS41_MandatoryTitleTest {

    @ParameterizedTest
    @CsvSource({"PORTAGE_CDI, portage_contract_title_cdi", "PORTAGE_CDD, portage_contract_title_cdd"})
    void as_the_dated_law_says_it(PaperKind kind, String parameter) {
        var words = Laws.load().on(LocalDate.parse("2026-10-02")).text(parameter);
        var paper = SomePapers.paper(kind);
        assertThat(paper.title()).isEqualToIgnoringCase(words);
        assertThat(paper.mentions().getFirst().words()).isEqualToIgnoringCase(words);
        assertThat(paper.clauses().toString()).containsIgnoringCase(words);
    }

    @Test
    void without_the_words_nobody_signs() {
        var standard = Templates.standard().of(PaperKind.PORTAGE_CDI);
        var clauses = standard.clauses().stream()
                .map(clause -> new Template.BlankClause(
                        clause.heading(),
                        clause.text().replace("contrat de travail en portage salarial", "contrat de travail"),
                        clause.carries(),
                        clause.when(),
                        clause.unless()))
                .toList();
        var changed = new Template(standard.kind(), standard.title(), standard.signers(), standard.mentions(), clauses);
        var missing = changed.fill(
                        SomePapers.facts(PaperKind.PORTAGE_CDI),
                        Templates.standard().facts())
                .missing();
        assertThat(missing).extracting(one -> one.mention().rule()).isEqualTo(List.of("PS-41"));
    }
}
