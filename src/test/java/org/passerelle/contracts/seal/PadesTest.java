package org.passerelle.contracts.seal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.core.SomePapers;
import org.passerelle.testing.PdfA;

@DisplayName(
        "The seal is PAdES-BASELINE-B: the European validator and veraPDF both accept it, one changed byte breaks it")
public class PadesTest {

    private static final Instant AT = Instant.parse("2026-10-05T09:30:00Z");
    private static final SealKey SEAL = NewSeal.make(1, "Portage de l'Exemple", "990000016", AT.minusSeconds(60));

    @ParameterizedTest
    @EnumSource
    void both_validators_accept_it(PaperKind kind) {
        var sealed = seal(SomePapers.toRead(kind), SEAL);
        var report = report(sealed, SEAL);
        var id = report.getFirstSignatureId();
        assertThat(report.getIndication(id))
                .as(report.getAdESValidationErrors(id).toString())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(report.getSigningTime(id).toInstant()).isEqualTo(AT);
        assertThat(PdfA.complaints(sealed)).isEmpty();
    }

    @Test
    void one_changed_byte_breaks_it() {
        var sealed = seal(SomePapers.toRead(PaperKind.COMMERCIAL), SEAL);
        sealed[sealed.length / 4] ^= 1;
        var report = report(sealed, SEAL);
        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void the_same_file_key_and_moment_give_the_same_bytes() {
        var pdf = SomePapers.toRead(PaperKind.CESA);
        var one = NewSeal.specimen("seed", "Coopérative de l'Exemple", "990000016", AT);
        var other = NewSeal.specimen("seed", "Coopérative de l'Exemple", "990000016", AT);
        assertThat(one.certificate()).isEqualTo(other.certificate());
        assertThat(one.certificate().getSubjectX500Principal().getName()).contains("SPECIMEN sans valeur");
        assertThat(seal(pdf, one)).isEqualTo(seal(pdf, other));
    }

    private static byte[] seal(byte[] pdf, SealKey key) {
        return Pades.seal(pdf, key, "Contrat CT-2026-0001", "Lyon", AT);
    }

    /// What the validator of EU DSS says, when it trusts this seal.
    public static SimpleReport report(byte[] sealed, SealKey trusted) {
        return report(sealed, trusted.certificate());
    }

    public static SimpleReport report(byte[] sealed, java.security.cert.X509Certificate... trusted) {
        var trust = new CommonTrustedCertificateSource();
        for (var one : trusted) trust.addCertificate(new CertificateToken(one));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trust);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(sealed));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }
}
