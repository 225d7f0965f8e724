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
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.banking.core.CollectionBatch.Sequence;
import org.passerelle.kernel.CreditorId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

@DisplayName("R-13: direct debits say what was signed and ordered, as ISO and SEPA CORE want it")
class Pain008Test {

    private static final Iban OURS = Iban.of("FR1420041010050500013M02606");
    private static final Iban THEIRS = Iban.of("FR7630006000011234567890189");
    private static final CreditorId ICS = CreditorId.of("FR72ZZZ123456");

    private static CollectionBatch.Collection debit(String id, Mandate.Amendment before) {
        var mandate = new Mandate("RUM-" + id, LocalDate.of(2026, 9, 14), "Zoë L’Hôte & fils", THEIRS, before);
        return new CollectionBatch.Collection(id, mandate, Money.of("118.80"), "Abonnement d’octobre");
    }

    private static CollectionFile file(CollectionBatch... batches) {
        return new CollectionFile(
                "PRE-1",
                Instant.parse("2026-11-08T09:00:00.5Z"),
                "Coopérative",
                ICS,
                OURS,
                "PSSTFRPPLYO",
                List.of(batches));
    }

    private static CollectionBatch batch(String id, Sequence sequence, CollectionBatch.Collection... debits) {
        return new CollectionBatch(id, sequence, LocalDate.of(2026, 11, 23), List.of(debits));
    }

    private static String write(CollectionFile file) {
        return new String(Pain008.write(file), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Sequence.class)
    void the_iso_schema_accepts_every_sequence_and_amendment(Sequence sequence) throws Exception {
        var all = file(
                batch("B1", sequence, debit("A-1", null), debit("A-2", new Mandate.Amendment("RUM-OLD", null))),
                batch("B2", sequence, debit("A-3", new Mandate.Amendment(null, OURS))));
        var schema = SchemaFactory.newDefaultInstance().newSchema(getClass().getResource("/pain.008.001.08.xsd"));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(Pain008.write(all))));
        assertThat(write(all)).contains("<SeqTp>" + sequence + "</SeqTp>", "<CtrlSum>356.40</CtrlSum>");
    }

    @Test
    void creditor_mandate_and_scheme_are_named() {
        assertThat(write(file(batch("B", Sequence.FRST, debit("A", null)))))
                .contains("<Id>FR72ZZZ123456</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm>")
                .contains("<LclInstrm><Cd>CORE</Cd></LclInstrm>")
                .contains("<MndtId>RUM-A</MndtId><DtOfSgntr>2026-09-14</DtOfSgntr></MndtRltdInf>")
                .contains("<Dbtr><Nm>Zoe L'Hote + fils</Nm></Dbtr>")
                .doesNotContain("AmdmntInd");
    }

    @Test
    void a_changed_mandate_says_what_it_was() {
        assertThat(write(file(batch("B", Sequence.RCUR, debit("A", new Mandate.Amendment("RUM-0", OURS))))))
                .contains("<AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlMndtId>RUM-0</OrgnlMndtId>")
                .contains("<OrgnlDbtrAcct><Id><IBAN>" + OURS.value());
    }

    @Test
    void the_same_debit_or_the_same_mandate_twice_is_refused() {
        assertThatThrownBy(() -> write(file(
                        batch("B1", Sequence.RCUR, debit("A", null)), batch("B2", Sequence.RCUR, debit("A", null)))))
                .hasMessageContaining("A");
        var one = debit("A", null);
        var same = new CollectionBatch.Collection("OTHER", one.mandate(), one.amount(), "");
        assertThatThrownBy(() -> write(file(batch("B", Sequence.RCUR, one, same))))
                .hasMessageContaining("mandate");
    }

    @Test
    void the_same_debits_give_the_same_bytes() {
        var all = file(batch("B", Sequence.FRST, debit("A", null)));
        assertThat(Pain008.write(all)).isEqualTo(Pain008.write(all));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource({"FR73ZZZ123456, ics.key", "FR72ZZZ12345, ics.format", "fr, ics.format", "'', ics.format"})
    void a_creditor_identifier_with_a_wrong_key_or_form_is_refused(String text, String code) {
        assertThatThrownBy(() -> CreditorId.of(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void the_three_characters_for_own_use_do_not_count_in_the_key() {
        assertThat(CreditorId.of("fr72 abc 123456").value()).isEqualTo("FR72ABC123456");
    }
}
