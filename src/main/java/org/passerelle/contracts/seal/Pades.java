package org.passerelle.contracts.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/// Seals a PDF as PAdES-BASELINE-B, or T when an authority stamps the moment, with EU DSS. A PDF/A-3b stays one.
/// Nothing may be changed afterwards.
public final class Pades {

    /// Room for the signature with its certificate, bytes.
    private static final int ROOM = 6144;

    /// The same with the token of an authority and its certificates.
    private static final int ROOM_FOR_TIME = 16_384;

    private Pades() {}

    /// Level T: a time-stamp authority vouches for the moment.
    ///
    /// @throws eu.europa.esig.dss.model.DSSException when the authority does not
    public static byte[] seal(byte[] pdf, SealKey seal, String reason, String city, Instant at, TSPSource authority) {
        return sealed(pdf, seal, reason, city, at, authority);
    }

    /// The same file, key and moment give the same bytes.
    ///
    /// @param reason in the signature: « Contrat CT-2026-0001 »
    /// @param city where the company is
    public static byte[] seal(byte[] pdf, SealKey seal, String reason, String city, Instant at) {
        return sealed(pdf, seal, reason, city, at, null);
    }

    private static byte[] sealed(
            byte[] pdf, SealKey seal, String reason, String city, Instant at, @Nullable TSPSource authority) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(
                authority == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        var certificate = new CertificateToken(seal.certificate());
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(certificate);
        parameters.bLevel().setTrustAnchorBPPolicy(false); // or a self-signed certificate is left out of the file
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setReason(reason);
        parameters.setLocation(city);
        parameters.setContentSize(authority == null ? ROOM : ROOM_FOR_TIME);
        var service = new PAdESService(new CommonCertificateVerifier());
        if (authority != null) service.setTspSource(authority);
        var document = new InMemoryDocument(pdf);
        var toSign = service.getDataToSign(document, parameters);
        var value = new SignatureValue(SignatureAlgorithm.RSA_SHA256, sign(toSign.getBytes(), seal));
        try (var out = new ByteArrayOutputStream(pdf.length + 3 * ROOM)) {
            service.signDocument(document, parameters, value).writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sign(byte[] data, SealKey seal) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(seal.key());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
