package org.passerelle.clientspace.card;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of a message: `t=<seconds>,v1=<hex>`, HMAC-SHA256 over `<seconds>.<body>`.
final class SignedBody {

    /// How far the clock of the sender may be from ours.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private SignedBody() {}

    static String sign(byte[] secret, Instant at, byte[] body) {
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac(secret, at.getEpochSecond(), body));
    }

    static boolean isRight(byte[] secret, String signature, byte[] body, Instant now) {
        var parts = FORM.matcher(signature);
        if (!parts.matches()) return false;
        long seconds = Long.parseLong(parts.group(1));
        if (Math.abs(now.getEpochSecond() - seconds) > TOLERANCE.toSeconds()) return false;
        return MessageDigest.isEqual(mac(secret, seconds, body), HexFormat.of().parseHex(parts.group(2)));
    }

    private static byte[] mac(byte[] secret, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
