package org.passerelle.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.invoicing.core.CiiWriter;
import org.passerelle.invoicing.core.FacturX;
import org.passerelle.invoicing.core.IncomingInvoice;
import org.passerelle.invoicing.core.InvoiceDocument;
import org.passerelle.invoicing.core.InvoiceReader;
import org.passerelle.invoicing.core.UblWriter;
import org.passerelle.kernel.InvalidValue;

@DisplayName(
        "S-34: invoices of others are read as Factur-X, CII and UBL; what is hostile or does not add up is refused")
class IncomingInvoiceTest {

    private static final long SEED = 20261123;
    private static final Map<String, InvoiceDocument> ALL = CorpusInvoices.all();

    static Set<String> names() {
        return ALL.keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void each_format_says_the_same(String name) {
        var invoice = ALL.get(name);
        if (invoice == null) throw new AssertionError(name);
        says(invoice, InvoiceReader.read(UblWriter.write(invoice)), "UBL");
        says(invoice, InvoiceReader.read(CiiWriter.write(invoice)), "CII");
        assertThat(InvoiceReader.read(FacturX.render(invoice))).isEqualTo(InvoiceReader.read(CiiWriter.write(invoice)));
    }

    private static void says(InvoiceDocument invoice, IncomingInvoice read, String format) {
        assertThat(read.format()).isEqualTo(format);
        assertThat(read.number()).isEqualTo(invoice.number());
        assertThat(read.type()).isEqualTo(invoice.type().code());
        assertThat(read.issueDate()).isEqualTo(invoice.issueDate());
        assertThat(read.dueDate()).isEqualTo(invoice.settlement().dueDate());
        assertThat(read.seller()).isEqualTo(invoice.seller().name());
        assertThat(read.sellerId()).isEqualTo(invoice.seller().siret().siren().value());
        assertThat(read.buyer()).isEqualTo(invoice.buyer().name());
        assertThat(read.net()).isEqualTo(invoice.net());
        assertThat(read.vat()).isEqualTo(invoice.vat());
        assertThat(read.total()).isEqualTo(invoice.total());
        assertThat(read.due()).isEqualTo(invoice.due());
        assertThat(read.lines()).hasSameSizeAs(invoice.items());
        for (int i = 0; i < read.lines().size(); i++) {
            assertThat(read.lines().get(i).label())
                    .isEqualTo(invoice.items().get(i).label());
            assertThat(read.lines().get(i).net())
                    .isEqualTo(invoice.items().get(i).net());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<a/>",
                "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Invoice>&x;</Invoice>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Invoice><ID>&b;</ID></Invoice>",
                "<Invoice/>",
                "<CrossIndustryInvoice/>",
                "%PDF-1.7 and nothing more",
            })
    void what_is_hostile_or_no_invoice_is_refused_in_words(String content) {
        assertThatThrownBy(() -> InvoiceReader.read(content.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).startsWith("invoice."));
    }

    @Test
    void nested_too_deeply_or_too_large_is_refused() {
        var deep = "<Invoice>" + "<a>".repeat(200) + "</a>".repeat(200) + "</Invoice>";
        assertThatThrownBy(() -> InvoiceReader.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> InvoiceReader.read(new byte[InvoiceReader.LARGEST + 1]))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void totals_that_do_not_agree_are_refused() {
        var invoice = ALL.values().iterator().next();
        var wrong = new String(UblWriter.write(invoice), StandardCharsets.UTF_8)
                .replace(">6120.00</cbc:TaxInclusiveAmount>", ">6120.01</cbc:TaxInclusiveAmount>");
        assertThatThrownBy(() -> InvoiceReader.read(wrong.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo("invoice.sums"));
    }

    @Test
    void flipped_bytes_are_read_or_refused_and_never_anything_else() {
        var random = new Random(SEED);
        var invoice = ALL.values().iterator().next();
        for (var original : java.util.List.of(UblWriter.write(invoice), CiiWriter.write(invoice))) {
            for (int round = 0; round < 500; round++) {
                var bytes = original.clone();
                for (int i = 0; i < 3; i++) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                try {
                    assertThat(InvoiceReader.read(bytes).number()).isNotEmpty();
                } catch (InvalidValue refused) {
                    assertThat(refused.code())
                            .as("seed %d round %d", SEED, round)
                            .startsWith("invoice.");
                }
            }
        }
    }
}
