package org.passerelle.cli.month;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.Passerelle;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.core.Template;
import org.passerelle.contracts.core.Templates;
import org.passerelle.contracts.seal.PadesTest;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.passerelle.testing.PdfA;
import org.passerelle.testing.PdfText;

@DisplayName(
        "PS-41, PS-46, PS-47, PS-56, CA-01, CO-02: the contracts of the example month are valid, sealed, and say it all")
class ContractsOfTheMonthTest {

    @TempDir
    static Path folder;

    private static List<Path> contracts = List.of();

    @BeforeAll
    static void the_month_is_written() throws IOException {
        var told = new ByteArrayOutputStream();
        var err = new PrintStream(told, true, StandardCharsets.UTF_8);
        String[] args = {"examples/2026-10", "--out", folder.resolve("month").toString()};
        assertThat(MonthCommand.run(args, err, Passerelle.class, Texts.in(Language.FR)))
                .as(told.toString())
                .isZero();
        try (var files = Files.list(folder.resolve("month/contrats"))) {
            contracts = files.sorted().toList();
        }
    }

    @Test
    void every_frame_and_client_of_the_month_has_its_papers_and_none_is_a_draft() {
        var kinds = EnumSet.noneOf(PaperKind.class);
        for (var file : contracts) kinds.add(kind(file));
        assertThat(kinds)
                .contains(PaperKind.PORTAGE_CDI, PaperKind.COMMERCIAL, PaperKind.MISSION_LETTER, PaperKind.CESA);
        assertThat(contracts).noneMatch(file -> name(file).endsWith("-projet.pdf"));
    }

    @Test
    void verapdf_accepts_each() {
        for (var file : contracts)
            assertThat(PdfA.complaints(bytes(file))).as(name(file)).isEmpty();
    }

    @Test
    void the_european_validator_accepts_each_seal() {
        for (var file : contracts) {
            var sealed = bytes(file);
            var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
            validator.setCertificateVerifier(new CommonCertificateVerifier());
            var seal = requireNonNull(validator.getSignatures().getFirst().getSigningCertificateToken());
            var report = PadesTest.report(sealed, seal.getCertificate());
            var id = report.getFirstSignatureId();
            assertThat(report.getIndication(id))
                    .as(name(file) + " " + report.getAdESValidationErrors(id))
                    .isEqualTo(Indication.TOTAL_PASSED);
            assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
    }

    @Test
    void every_mandatory_mention_stands_in_the_text_with_no_open_blank() {
        for (var file : contracts) {
            var text = flat(PdfText.of(bytes(file)));
            var template = Templates.standard().of(kind(file));
            assertThat(text).as(name(file)).doesNotContain(Template.OPEN).doesNotContain("PROJET");
            for (var mention : template.mentions()) {
                assertThat(template.clauses().stream()
                                .filter(clause -> clause.carries().contains(mention.id()))
                                .anyMatch(clause -> text.contains(flat(clause.heading()))))
                        .as(name(file) + " lacks " + mention.rule() + ", " + mention.article() + ": " + mention.id())
                        .isTrue();
                assertThat(text).as(name(file) + " " + mention.id()).contains(flat(mention.words()));
            }
        }
    }

    private static PaperKind kind(Path file) {
        return Arrays.stream(PaperKind.values())
                .filter(kind -> name(file).endsWith("-" + kind.code().replace('_', '-') + ".pdf"))
                .max(java.util.Comparator.comparingInt(kind -> kind.code().length()))
                .orElseThrow();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flat(String text) {
        return text.strip().replaceAll("[\\s\u00A0\u202F]+", " ");
    }
}
