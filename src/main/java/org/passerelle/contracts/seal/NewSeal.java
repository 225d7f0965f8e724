package org.passerelle.contracts.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes a key pair and the certificate that names the company. The certificate is signed by its own key: it proves
/// that
/// the file has not changed since this company sealed it, and no authority vouches for the company.
final class NewSeal {

    /// Three thousand bits: papers are kept longer than 2030.
    private static final int BITS = 3072;

    private static final int SPECIMEN_BITS = 2048;
    private static final int DAYS = 5 * 365;
    private static final int SERIAL_BITS = 120;

    private NewSeal() {}

    static SealKey make(int number, String company, String siren, Instant now) {
        return make(number, "Cachet de " + company, company, siren, now, new SecureRandom(), BITS);
    }

    /// A seal that follows from a text anybody may know. It makes papers that are the same on every machine, and proves
    /// nothing: its name says so.
    static SealKey specimen(String seed, String company, String siren, Instant now) {
        try {
            var chance = SecureRandom.getInstance("SHA1PRNG");
            chance.setSeed(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return make(1, "SPECIMEN sans valeur", company, siren, now, chance, SPECIMEN_BITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SealKey make(
            int number, String name, String company, String siren, Instant now, SecureRandom chance, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, chance);
            var pair = generator.generateKeyPair();
            var who = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "FR")
                    .addRDN(BCStyle.O, company)
                    .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRFR-" + siren)
                    .addRDN(BCStyle.CN, name)
                    .build();
            var builder = new JcaX509v3CertificateBuilder(
                    who,
                    new BigInteger(SERIAL_BITS, chance).setBit(SERIAL_BITS),
                    // from the day's beginning: the first paper may have been signed a moment before the seal was made
                    Date.from(now.truncatedTo(ChronoUnit.DAYS)),
                    Date.from(now.plus(java.time.Duration.ofDays(DAYS))),
                    who,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new SealKey(number, pair.getPrivate(), certificate);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
