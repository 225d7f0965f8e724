package org.passerelle.contracts.seal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time-stamp authority on this machine (RFC 3161), which also refuses, falls silent and talks nonsense.
public final class SomeTimeAuthority implements AutoCloseable {

    /// What it does when asked.
    public enum Mood {
        STAMPS,
        REFUSES,
        IS_SILENT,
        IS_BROKEN,
        STAMPS_ANOTHER_FILE
    }

    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private final HttpServer server;
    private final KeyPair pair;
    private final X509Certificate certificate;
    private final AtomicInteger serial = new AtomicInteger();
    private volatile Mood mood = Mood.STAMPS;
    private volatile Instant time;

    public SomeTimeAuthority(Instant time) {
        this.time = time;
        try {
            var keys = KeyPairGenerator.getInstance("RSA");
            keys.initialize(2048);
            pair = keys.generateKeyPair();
            certificate = certificate(pair);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/tsa", this::answer);
            server.start();
        } catch (GeneralSecurityException | OperatorException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair)
            throws GeneralSecurityException, OperatorException, IOException {
        var who = new X500Name("CN=Horodatage de l'Exemple, O=Exemple, C=FR");
        var builder = new JcaX509v3CertificateBuilder(
                who,
                BigInteger.TWO,
                Date.from(Instant.parse("2025-01-01T00:00:00Z")),
                Date.from(Instant.parse("2035-01-01T00:00:00Z")),
                who,
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public void is(Mood changed) {
        mood = changed;
    }

    public void says(Instant moment) {
        time = moment;
    }

    public int asked() {
        return serial.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = serial.incrementAndGet();
            var request = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
            byte[] body = switch (mood) {
                case STAMPS, REFUSES -> response(request, number);
                case IS_SILENT -> {
                    Thread.sleep(SILENCE);
                    yield response(request, number);
                }
                case IS_BROKEN -> new byte[] {'<', 'h', 't', 'm', 'l', '>'};
                case STAMPS_ANOTHER_FILE -> {
                    var other = new org.bouncycastle.tsp.TimeStampRequestGenerator();
                    other.setCertReq(true);
                    yield response(other.generate(TSPAlgorithms.SHA256, new byte[32], request.getNonce()), number);
                }
            };
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException | OperatorException | TSPException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] response(TimeStampRequest request, int number)
            throws GeneralSecurityException, OperatorException, TSPException, IOException {
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", pair.getPrivate(), certificate),
                digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        var responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        if (mood == Mood.REFUSES) {
            return responses
                    .generateFailResponse(
                            org.bouncycastle.asn1.cmp.PKIStatus.REJECTION,
                            org.bouncycastle.asn1.cmp.PKIFailureInfo.systemFailure,
                            "out of order")
                    .getEncoded();
        }
        return responses
                .generate(request, BigInteger.valueOf(number), Date.from(time))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
