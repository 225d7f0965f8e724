package org.passerelle.invoicing.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.documents.pdf.French;
import org.passerelle.kernel.Money;
import org.passerelle.testing.EInvoiceRules;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName("Factur-X: a page that people read and data that machines read, saying the same")
class FacturXTest {

    private static final Map<String, InvoiceDocument> CORPUS = Invoices.corpus();

    static Stream<String> corpus() {
        return CORPUS.keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void veraPDF_finds_it_a_PDF_A_3b(String name) {
        assertThat(PdfA.complaints(FacturX.render(document(name)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void the_rules_EN_16931_and_BR_FR_have_nothing_against_it(String name) {
        assertThat(EInvoiceRules.complaints(CiiWriter.write(document(name)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void the_page_shows_everything_that_the_XML_holds(String name) throws Exception {
        if (name.equals("hostile texts")) return; // its characters have no glyph; see below
        var invoice = document(name);
        var page = PdfText.flat(FacturX.render(invoice)).replace(" ", "");
        for (var value : values(CiiWriter.write(invoice))) {
            assertThat(page).contains(value.replaceAll("[\\s\u00A0\u202F]+", ""));
        }
    }

    @Test
    void the_rules_do_find_what_is_broken() {
        var broken = new String(CiiWriter.write(Invoices.business().build()), StandardCharsets.UTF_8)
                .replace("<ram:SubjectCode>PMT</ram:SubjectCode>", "<ram:SubjectCode>AAI</ram:SubjectCode>")
                .replace(
                        "<ram:DuePayableAmount>6120.00</ram:DuePayableAmount>",
                        "<ram:DuePayableAmount>6120.01</ram:DuePayableAmount>");
        assertThat(EInvoiceRules.complaints(broken.getBytes(StandardCharsets.UTF_8)))
                .anyMatch(text -> text.contains("BR-FR-05"))
                .anyMatch(text -> text.contains("BR-CO-16"));
    }

    @Test
    void the_data_sit_inside_under_the_name_that_readers_look_for() throws Exception {
        var invoice = Invoices.business().build();
        try (var pdf = Loader.loadPDF(FacturX.render(invoice))) {
            var files = pdf.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            assertThat(files).containsOnlyKeys("factur-x.xml");
            assertThat(files.get("factur-x.xml").getEmbeddedFile().toByteArray())
                    .isEqualTo(CiiWriter.write(invoice));
        }
    }

    @Test
    void the_same_invoice_gives_the_same_bytes() {
        assertThat(FacturX.render(Invoices.business().build()))
                .isEqualTo(FacturX.render(Invoices.business().build()));
    }

    @Test
    void without_number_there_is_no_invoice() {
        var draft = Invoices.business().number("").build();
        assertThatThrownBy(() -> FacturX.render(draft)).hasMessage("an invoice without number is no invoice");
    }

    @Test
    void VAT_is_computed_on_the_sum_of_the_lines_and_never_line_by_line() {
        var invoice = document("rounding: three lines of a third of a cent");
        assertThat(invoice.items())
                .extracting(InvoiceItem::net)
                .containsExactly(Money.of("25.01"), Money.of("25.01"), Money.of("25.02"));
        assertThat(invoice.vat()).isEqualTo(Money.of("15.01")); // 3 × 5.00 line by line would be a cent short
        assertThat(invoice.total()).isEqualTo(Money.of("90.05"));
    }

    @Test
    void the_text_of_an_invoice_is_the_one_that_was_read_and_approved() {
        var text = PdfText.of(FacturX.render(Invoices.business().build()));
        assertThat(text).isEqualTo(PdfText.golden("invoice-portage.txt", text));
    }

    @Test
    @DisplayName("CO-01, CO-08, CO-10: a consumer reads the note, the mediator and the withdrawal, and no penalty")
    void CO_10_a_consumer_reads_no_penalty() {
        var text = PdfText.of(FacturX.render(Invoices.consumer().build()));
        assertThat(text).isEqualTo(PdfText.golden("invoice-consumer.txt", text));
        assertThat(text)
                .contains("Médiation Exemple", "14 jours", "Lieu d’exécution", "288,00")
                .doesNotContain("Pénalités", "forfaitaire", "SIREN de");
    }

    @Test
    @DisplayName("PS-24: every invoice of a portage company names the guarantor, on every page")
    void PS_24_the_guarantor_is_on_every_page() {
        var pdf = FacturX.render(document("forty lines"));
        int pages = PdfText.pages(pdf);
        assertThat(pages).isGreaterThan(1);
        assertThat(PdfText.of(pdf).split("Garantie financière : Caution Exemple SA", -1))
                .hasSize(pages + 1);
    }

    @Test
    @DisplayName("S-10: markup stays text, what no font draws is replaced where one sees it")
    void S_10_hostile_texts_are_shown_and_run_nothing() {
        var invoice = document("hostile texts");
        var page = PdfText.flat(FacturX.render(invoice));
        assertThat(page).contains("<script>alert('x')</script> & fils", "Ελλάς Київ", "□□");
        assertThat(new String(CiiWriter.write(invoice), StandardCharsets.UTF_8)).contains("&lt;script&gt;alert('x')");
    }

    @ParameterizedTest(name = "U+{0}")
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"0000", "0007", "000B", "001F", "007F", "0085", "FFFE", "D83D"})
    void a_character_that_XML_cannot_hold_never_breaks_the_writing(String hex) throws Exception {
        var odd = "avant" + (char) Integer.parseInt(hex, 16) + "après";
        var invoice = Invoices.business()
                .items(Invoices.item(odd, "1", "DAY", "500", VatCategory.S, "20", null))
                .build();
        assertThat(values(CiiWriter.write(invoice))).isNotEmpty();
        assertThat(PdfA.complaints(FacturX.render(invoice))).isEmpty();
        assertThat(PdfText.flat(FacturX.render(invoice))).contains("avant□après");
    }

    /// What the page should show of each leaf of the XML: sums and days as they are printed, codes left out.
    private static List<String> values(byte[] xml) throws Exception {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
        var found = new ArrayList<String>();
        var text = new StringBuilder();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!text.isEmpty()) found.addAll(shown(reader.getLocalName(), text.toString()));
                    text.setLength(0);
                }
                default -> {}
            }
        }
        return found;
    }

    private static List<String> shown(String element, String value) {
        if (value.isBlank() || value.startsWith("urn:")) return List.of();
        return switch (element) {
            case "TypeCode", "SubjectCode", "DueDateTypeCode", "InvoiceCurrencyCode", "CountryID", "LineID" ->
                List.of();
            case "DateTimeString" ->
                List.of(value.substring(6) + "/" + value.substring(4, 6) + "/" + value.substring(0, 4));
            case "ChargeAmount" -> List.of(French.decimal(new java.math.BigDecimal(value), 2));
            case "BilledQuantity", "RateApplicablePercent" ->
                List.of(French.decimal(new java.math.BigDecimal(value), 0));
            default -> value.matches("-?\\d+\\.\\d\\d") ? List.of(French.figure(Money.of(value))) : List.of(value);
        };
    }

    private static InvoiceDocument document(String name) {
        var found = CORPUS.get(name);
        if (found == null) throw new AssertionError(name);
        return found;
    }
}
