package org.passerelle.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName("The drawing kit: French figures, lines that fit, letters of every script that the font has")
class DrawingTest {

    private static final PaperInfo INFO =
            new PaperInfo("Essai <&> \u0007 fini", "Passerelle", Instant.parse("2026-10-31T10:00:00Z"));

    @ParameterizedTest(name = "{0} is printed {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0,00_€
            0.05       | 0,05_€
            999.99     | 999,99_€
            1000       | 1~000,00_€
            1234.56    | 1~234,56_€
            -1234567.8 | −1~234~567,80_€
            """)
    void money_has_narrow_spaces_between_thousands_and_a_true_minus(String euros, String printed) {
        assertThat(French.money(Money.of(euros)))
                .isEqualTo(printed.replace('~', '\u202F').replace('_', '\u00A0'));
    }

    @Test
    void other_figures_and_days() {
        assertThat(French.percent(Rate.ofPercent("5.5"))).isEqualTo("5,5\u00A0%");
        assertThat(French.decimal(new BigDecimal("17.50"), 0)).isEqualTo("17,5");
        assertThat(French.longDay(LocalDate.of(2026, 10, 1))).isEqualTo("1er octobre 2026");
        assertThat(French.longDay(LocalDate.of(2026, 10, 31))).isEqualTo("31 octobre 2026");
        assertThat(French.registration("73282932000074")).isEqualTo("732\u00A0829\u00A0320\u00A000074");
    }

    @Test
    void the_font_has_every_sign_that_French_figures_need() {
        for (char c : "\u202F\u00A0\u2212€’«»…–—°œŒÿŸéÉçÇ□".toCharArray()) {
            assertThat(Face.REGULAR.draws(c)).as("U+%04X", (int) c).isTrue();
            assertThat(Face.BOLD.draws(c)).as("bold U+%04X", (int) c).isTrue();
        }
    }

    @Test
    void lines_break_at_spaces_and_inside_a_word_only_when_it_alone_is_too_wide() {
        var style = Style.BODY;
        var lines = Lines.wrap("un mot puis " + "x".repeat(60) + " fin", style, 100);
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(Face.REGULAR.width(line, style.size())).isLessThanOrEqualTo(100));
        assertThat(lines.getFirst()).isEqualTo("un mot puis");
        assertThat(String.join("", lines)).endsWith("x fin").contains("x");
        assertThat(lines.stream()
                        .mapToLong(l -> l.chars().filter(c -> c == 'x').count())
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void a_row_higher_than_a_page_goes_on_and_nothing_is_lost() {
        var paper = new Paper(INFO);
        var table = new Table(paper, List.of(Table.Column.left("QUOI", 1), Table.Column.right("COMBIEN", -60)));
        table.heading();
        table.row("mot ".repeat(3000), "1,00");
        table.row("après", "2,00");
        var pdf = paper.bytes();
        assertThat(PdfA.complaints(pdf)).isEmpty();
        var text = PdfText.flat(pdf);
        assertThat(text.split("mot", -1)).hasSize(3001);
        assertThat(text).contains("après 2,00");
    }

    @Test
    void every_script_of_the_font_passes_and_can_be_copied_out_again() {
        var paper = new Paper(INFO);
        paper.paragraph("Œuvre naïve, Ελληνικά, Українська, Tiếng Việt, Łódź, ½ ≤ √, □", Style.BODY);
        paper.paragraph("Œuvre, Ελληνικά, Українська, שלום (1)", Style.STRONG);
        var pdf = paper.bytes();
        assertThat(PdfA.complaints(pdf)).isEmpty();
        assertThat(PdfText.of(pdf)).contains("Ελληνικά", "Українська", "Tiếng Việt", "Łódź", "½ ≤ √", "שלום");
    }

    @Test
    void what_no_font_draws_becomes_a_visible_mark() {
        assertThat(Face.printable("a🚀b\u0000c日d\tе\u0301")).isEqualTo("a□b□c□d е\u0301");
        assertThat(Face.printable("e\u0301")).isEqualTo("é");
        assertThat(Face.printable("\uD83D seul")).isEqualTo("□ seul");
    }
}
