package org.passerelle.contracts.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.testing.PdfA;

@DisplayName(
        "PAdES-BASELINE-T: a time-stamp authority vouches for the moment of the seal, or it does not and nothing hangs")
class TimeStampTest {

    private static final Instant AT = Instant.parse("2026-10-05T09:30:00Z");
    private static final SealKey SEAL = NewSeal.make(1, "Portage de l'Exemple", "990000016", AT.minusSeconds(60));
    private static final SomeTimeAuthority AUTHORITY = new SomeTimeAuthority(AT.plusSeconds(2));

    @AfterAll
    static void it_closes() {
        AUTHORITY.close();
    }

    @BeforeEach
    void it_stamps() {
        AUTHORITY.is(SomeTimeAuthority.Mood.STAMPS);
    }

    private static byte[] sealed() {
        return Pades.seal(
                SomePapers.toRead(PaperKind.COMMERCIAL),
                SEAL,
                "Contrat CT-2026-0001",
                "Lyon",
                AT,
                new TimeAuthority(AUTHORITY.url(), Duration.ofSeconds(1)));
    }

    @Test
    void the_validator_of_eu_dss_finds_level_T_and_the_file_stays_pdf_a() {
        var pdf = sealed();
        var report = PadesTest.report(pdf, SEAL.certificate(), AUTHORITY.certificate());
        var id = report.getFirstSignatureId();
        assertThat(report.getIndication(id))
                .as(report.getAdESValidationErrors(id).toString())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
        assertThat(report.getBestSignatureTime(id).toInstant()).isEqualTo(AT.plusSeconds(2));
        assertThat(PdfA.complaints(pdf)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STAMPS")
    void whatever_it_does_instead_is_one_exception_within_its_time(SomeTimeAuthority.Mood mood) {
        AUTHORITY.is(mood);
        assertThatThrownBy(TimeStampTest::sealed).isInstanceOf(DSSException.class);
    }

    @Test
    void one_that_is_not_there_is_the_same() {
        var nobody = new TimeAuthority("http://127.0.0.1:1/tsa", Duration.ofSeconds(1));
        assertThatThrownBy(() ->
                        Pades.seal(SomePapers.toRead(PaperKind.CESA), SEAL, "Contrat CT-2026-0001", "Lyon", AT, nobody))
                .isInstanceOf(DSSException.class);
        assertThat(new TimeAuthority("", Duration.ofSeconds(1)).name()).isEmpty();
    }
}
