package org.passerelle.contracts.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The time-stamp authority of the house, asked over HTTP (RFC 3161). None unless `passerelle.seal.time-stamp-url`
/// names
/// one. Whatever goes wrong comes out as one exception, within a few seconds.
@Component
public class TimeAuthority implements TSPSource {

    private static final long serialVersionUID = 1L;
    private static final String QUERY = "application/timestamp-query";
    private static final int NONCE_BITS = 64;
    private static final int MOST_BYTES = 64 * 1024;
    private static final SecureRandom CHANCE = new SecureRandom();

    private final String url;
    private final Duration patience;

    @Autowired
    TimeAuthority(Environment settings) {
        this(
                settings.getProperty("passerelle.seal.time-stamp-url", ""),
                Duration.ofSeconds(settings.getProperty("passerelle.seal.time-stamp-seconds", Long.class, 5L)));
    }

    TimeAuthority(String url, Duration patience) {
        this.url = url;
        this.patience = patience;
    }

    /// Its name on the page of evidence, the host of its address; empty when none is configured.
    public Optional<String> name() {
        return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url).getHost());
    }

    /// @throws DSSExternalResourceException when it does not answer in time, refuses, or answers something else
    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        var asked = new TimeStampRequestGenerator();
        asked.setCertReq(true);
        try (var http = HttpClient.newBuilder().connectTimeout(patience).build()) {
            var request = asked.generate(
                    new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, CHANCE));
            var answer = http.sendAsync(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("Content-Type", QUERY)
                                    .timeout(patience)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                                    .build(),
                            HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES))
                    .orTimeout(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
                    .whenComplete((_, failed) -> {
                        if (failed != null) http.shutdownNow();
                    })
                    .join();
            if (answer.statusCode() != 200) throw new DSSExternalResourceException("status " + answer.statusCode());
            var response = new TimeStampResponse(answer.body());
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) throw new DSSExternalResourceException("refused: " + response.getStatusString());
            return new TimestampBinary(token.getEncoded());
        } catch (IOException | TSPException | java.util.concurrent.CompletionException e) {
            throw new DSSExternalResourceException(e);
        }
    }
}
