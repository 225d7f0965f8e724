package org.passerelle.gatherings.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.passerelle.platform.crypto.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// When a form was shown, sealed: a program fills it faster than anybody reads. No third party is asked.
@Component
class Seen {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final Vault vault;
    private final Clock clock;
    private final long leastMillis;

    /// @param leastMillis between the form and its answer
    Seen(Vault vault, Clock clock, @Value("${passerelle.gatherings.least-millis:1500}") long leastMillis) {
        this.vault = vault;
        this.clock = clock;
        this.leastMillis = leastMillis;
    }

    String now() {
        var at = String.valueOf(clock.millis());
        return at + "." + mark(at);
    }

    /// Whether a person may have filled a form shown then.
    boolean byPerson(String seen) {
        int point = seen.indexOf('.');
        if (point < 1 || point > 15) return false;
        var at = seen.substring(0, point);
        var right = mark(at).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, seen.substring(point + 1).getBytes(StandardCharsets.UTF_8))) return false;
        long passed = clock.millis() - Long.parseLong(at);
        return passed >= leastMillis && passed <= LONGEST.toMillis();
    }

    private String mark(String at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(vault.houseKey("gatherings.form"), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(at.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
