package org.passerelle.contracts.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.contracts.PaperKind;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName("PS-24, PS-30, PS-41, PS-46, PS-47, PS-56, CA-01, CA-30, PE-01, CO-02: papers are PDF/A-3b and say it all")
class PapersTest {

    @ParameterizedTest
    @EnumSource
    void veraPDF_finds_it_a_PDF_A_3b(PaperKind kind) {
        assertThat(PdfA.complaints(SomePapers.toRead(kind))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_mention_stands_in_the_text_of_the_file(PaperKind kind) {
        var paper = SomePapers.paper(kind);
        assertThat(paper.missing()).isEmpty();
        var text = PdfText.flat(SomePapers.toRead(paper));
        for (var mention : paper.mentions()) {
            var carriers = paper.clauses().stream()
                    .filter(clause -> clause.carries().contains(mention.id()))
                    .toList();
            assertThat(carriers).as(mention.id()).isNotEmpty();
        }
        for (var clause : paper.clauses()) {
            assertThat(text).contains(clause.heading());
            for (var part : clause.text().split("\n")) {
                // a clause may run over a page: its first and its last words are looked for
                var words = flat(part);
                assertThat(text).contains(words.substring(0, Math.min(35, words.length())));
                assertThat(text).contains(words.substring(Math.max(0, words.length() - 20)));
            }
        }
        assertThat(text).doesNotContain(Template.OPEN).doesNotContain("□").doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource
    void the_golden_text(PaperKind kind) {
        var text = PdfText.of(SomePapers.toRead(kind)).replaceAll("[0-9]{3}\u00A0[0-9]{3}\u00A0[0-9]{3}", "<siren>");
        text = Pattern.compile("Société de l'Exemple [0-9]+").matcher(text).replaceAll("Société de l'Exemple");
        // where a line breaks hangs on the number that a test gives its client
        var golden = PdfText.golden("contracts/" + kind.code() + ".txt", text);
        assertThat(numberless(text)).isEqualTo(numberless(golden));
    }

    @ParameterizedTest
    @EnumSource
    void the_same_paper_gives_the_same_bytes(PaperKind kind) {
        var facts = SomePapers.facts(kind);
        assertThat(bytes(kind, facts)).isEqualTo(bytes(kind, facts));
    }

    private static byte[] bytes(PaperKind kind, java.util.Map<String, String> facts) {
        return ContractPage.toRead(
                SomePapers.paper(kind, facts),
                "X",
                "CT",
                java.util.List.of(),
                java.util.Map.of(),
                java.util.List.of(),
                SomePapers.MOMENT);
    }

    private static String numberless(String text) {
        return flat(text).replaceAll("Société de l'Exemple [0-9]+", "Société de l'Exemple");
    }

    private static String flat(String text) {
        return text.strip().replaceAll("[\\s\u00A0\u202F]+", " ");
    }
}
