package org.passerelle.identity.core;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes of six digits that change every 30 seconds (RFC 6238), as every authenticator application makes them.
public final class TotpCodes {

    /// Bytes of a secret (RFC 4226 §4: 160 bits).
    public static final int SECRET_BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    /// Steps that a telephone's clock may be off, either way (S-03).
    private static final int DRIFT = 1;

    private TotpCodes() {}

    /// The step in which this code is right: the current one, or one before or after it; empty when it is wrong.
    public static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        var right = OptionalLong.empty();
        for (long step = current - DRIFT; step <= current + DRIFT; step++) {
            // Each is compared, whichever is right.
            if (same(code(secret, step), code)) right = OptionalLong.of(step);
        }
        return right;
    }

    /// The code of that moment.
    public static String at(byte[] secret, Instant moment) {
        return code(secret, moment.getEpochSecond() / STEP.toSeconds());
    }

    private static String code(byte[] secret, long step) {
        var generator = new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }
}
