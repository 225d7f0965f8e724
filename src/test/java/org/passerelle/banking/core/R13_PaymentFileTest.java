package org.passerelle.banking.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

@DisplayName("R-13: the payment file says what was ordered, as ISO and SEPA want it")
class R13_PaymentFileTest {

    private static final Iban OURS = Iban.of("FR1420041010050500013M02606");
    private static final Iban THEIRS = Iban.of("FR7630006000011234567890189");

    private static TransferFile file(String creditor, String text) {
        return new TransferFile(
                "PSR-20261109-1",
                Instant.parse("2026-11-08T09:00:00.123456Z"),
                "Coopérative d'Œuvre & Cie",
                OURS,
                "PSSTFRPPLYO",
                List.of(
                        new TransferBatch(
                                "PSR-20261109-1-S",
                                true,
                                LocalDate.of(2026, 11, 9),
                                List.of(
                                        new TransferBatch.Transfer(
                                                "SAL-2026-10-P-001", creditor, THEIRS, Money.of("2315.07"), text),
                                        new TransferBatch.Transfer(
                                                "SAL-2026-10-P-002", "B", THEIRS, Money.of("0.01"), text))),
                        new TransferBatch(
                                "PSR-20261109-1-F",
                                false,
                                LocalDate.of(2026, 11, 9),
                                List.of(new TransferBatch.Transfer(
                                        "NDF-2026-10-P-001", creditor, THEIRS, Money.of("120.40"), text)))));
    }

    private static String write(TransferFile file) {
        return new String(Pain001.write(file), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Zoë L’Hôte-Lœuil      | Salaire d’octobre 2026
            Иван 李                | ¥ & co. <b>"x"</b>
            //                    | //
            """)
    void the_iso_schema_accepts_it(String creditor, String text) throws Exception {
        var factory = SchemaFactory.newDefaultInstance();
        var schema = factory.newSchema(getClass().getResource("/pain.001.001.09.xsd"));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(Pain001.write(file(creditor, text)))));
    }

    @Test
    void the_whole_file_reads_like_this() throws Exception {
        try (var golden = getClass().getResourceAsStream("/golden/pain001.xml")) {
            assertThat(write(file("Zoë L’Hôte & fils", "Salaire d’octobre 2026"))
                                    .replace("><", ">\n<") + "\n")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_same_orders_give_the_same_bytes() {
        assertThat(Pain001.write(file("A", "b"))).isEqualTo(Pain001.write(file("A", "b")));
    }

    @Test
    void the_sums_are_those_of_the_transfers() {
        var text = write(file("A", "b"));
        assertThat(text).containsOnlyOnce("<NbOfTxs>3</NbOfTxs><CtrlSum>2435.48</CtrlSum>");
        assertThat(text).containsOnlyOnce("<NbOfTxs>2</NbOfTxs><CtrlSum>2315.08</CtrlSum>");
        assertThat(text).containsOnlyOnce("<NbOfTxs>1</NbOfTxs><CtrlSum>120.40</CtrlSum>");
    }

    @Test
    void salaries_are_marked_and_expenses_are_not() {
        var text = write(file("A", "b"));
        assertThat(text.indexOf("SALA")).isBetween(text.indexOf("-S<"), text.indexOf("-F<"));
        assertThat(text).containsOnlyOnce("<CtgyPurp><Cd>SALA</Cd></CtgyPurp>");
    }

    @Test
    void a_transfer_that_stands_twice_is_refused() {
        var once = file("A", "b").batches().getFirst();
        var twice = new TransferFile(
                "M",
                Instant.EPOCH,
                "D",
                OURS,
                "PSSTFRPPLYO",
                List.of(once, new TransferBatch("other", false, once.executionDate(), once.transfers())));
        assertThatThrownBy(() -> Pain001.write(twice)).hasMessageContaining("SAL-2026-10-P-001");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Zoë L’Hôte        | Zoe L'Hote
            Lœuil & Frères    | Loeuil + Freres
            a   b             | a b
            x_y–z             | x-y-z
            100 €             | 100 EUR
            Ωmega [1]         | .mega .1.
            """)
    void texts_keep_to_the_characters_of_sepa(String text, String expected) {
        assertThat(SepaText.text(text, 70)).isEqualTo(expected);
    }

    @Test
    void long_names_are_cut() {
        assertThat(SepaText.text("x".repeat(100), 70)).hasSize(70);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"", "/a", "a/", "a//b", "é", " a", "a23456789012345678901234567890123456"})
    void ids_that_banks_refuse_are_refused(String id) {
        assertThatThrownBy(() -> SepaText.id(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
