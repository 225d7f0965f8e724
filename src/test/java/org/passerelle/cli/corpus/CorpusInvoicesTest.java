package org.passerelle.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.invoicing.core.Audience;
import org.passerelle.invoicing.core.CiiWriter;
import org.passerelle.invoicing.core.FacturX;
import org.passerelle.invoicing.core.InvoiceChecks;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.InvoiceItem;
import org.passerelle.invoicing.core.InvoiceType;
import org.passerelle.invoicing.core.UblWriter;
import org.passerelle.invoicing.core.VatCategory;
import org.passerelle.testing.EInvoiceRules;
import org.passerelle.testing.PdfA;

@DisplayName("The corpus: every type code, VAT case and kind of client, valid for the validators of others")
class CorpusInvoicesTest {

    private static final Map<String, InvoiceDocument> ALL = CorpusInvoices.all();

    static Set<String> names() {
        return ALL.keySet();
    }

    static Set<String> inCii() {
        return ALL.entrySet().stream()
                .filter(entry -> CorpusInvoices.fitsCii(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private static InvoiceDocument document(String name) {
        var found = ALL.get(name);
        if (found == null) throw new AssertionError(name);
        return found;
    }

    @Test
    void it_holds_sixty_invoices_of_every_type_case_and_client() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
        assertThat(ALL.values().stream().map(InvoiceDocument::type)).contains(InvoiceType.values());
        assertThat(ALL.values().stream().map(InvoiceDocument::audience)).contains(Audience.values());
        var categories = EnumSet.noneOf(VatCategory.class);
        var rates = new HashSet<String>();
        ALL.values().stream().flatMap(d -> d.items().stream()).forEach(item -> {
            categories.add(item.vatCategory());
            rates.add(item.vatRate().toString());
        });
        // Z, the zero rate, is not used in France
        assertThat(categories).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(VatCategory.Z)));
        assertThat(rates).contains("20", "10", "5.5", "2.1", "8.5", "0");
        assertThat(inCii()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(numbers()).doesNotHaveDuplicates();
    }

    private static Stream<String> numbers() {
        return ALL.values().stream().map(InvoiceDocument::number);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void our_own_checks_meet_no_obstacle(String name) {
        assertThat(InvoiceChecks.obstacles(document(name))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inCii")
    void EN_16931_and_BR_FR_have_nothing_against_the_CII(String name) {
        assertThat(EInvoiceRules.complaints(CiiWriter.write(document(name)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void EN_16931_and_BR_FR_have_nothing_against_the_UBL(String name) {
        var invoice = document(name);
        assertThat(EInvoiceRules.ubl(UblWriter.write(invoice), invoice.type().isUblCreditNote()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void veraPDF_finds_the_page_a_PDF_A_3b(String name) {
        assertThat(PdfA.complaints(FacturX.render(document(name)))).isEmpty();
    }

    @Test
    @DisplayName("BR-CO-14, BR-S-08: VAT by rate adds up to the VAT of the invoice, the bases to its net")
    void VAT_by_rate_adds_up_again() {
        ALL.forEach((name, invoice) -> {
            var groups = invoice.vatGroups();
            long base = groups.stream().mapToLong(group -> group.base().cents()).sum();
            long vat = groups.stream().mapToLong(group -> group.vat().cents()).sum();
            long lines = invoice.items().stream()
                    .map(InvoiceItem::net)
                    .mapToLong(net -> net.cents())
                    .sum();
            assertThat(base).as(name).isEqualTo(lines);
            assertThat(invoice.total().cents()).as(name).isEqualTo(lines + vat);
        });
    }
}
