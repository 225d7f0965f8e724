package org.passerelle.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.store.PasskeyStore;
import org.passerelle.platform.crypto.Vault;
import org.springframework.stereotype.Component;

/// What a device signs: 32 random bytes in a sealed cookie, for five minutes, for one purpose, once.
@Component
class Challenges {

    static final SessionCookie COOKIE = new SessionCookie("epreuve");
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final byte[] key;
    private final PasskeyStore store;
    private final Clock clock;

    Challenges(Vault vault, PasskeyStore store, Clock clock) {
        this.key = vault.houseKey("passkey challenges");
        this.store = store;
        this.clock = clock;
    }

    /// @param purpose sign-in, or the adding of a key by one person
    String give(HttpServletRequest request, HttpServletResponse response, String purpose) {
        var bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        var challenge = text(bytes);
        var until = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
        COOKIE.write(request, response, challenge + "." + until + "." + seal(purpose, challenge, until), LIFE);
        return challenge;
    }

    /// The challenge of this browser, which from now on has served; null when there is none that may.
    byte @Nullable [] take(HttpServletRequest request, HttpServletResponse response, String purpose) {
        var cookie = COOKIE.read(request);
        COOKIE.clear(request, response);
        if (cookie == null || !cookie.matches("[\\w-]{43}\\.\\d{1,12}\\.[\\w-]{43}")) return null;
        var parts = cookie.split("\\.", -1);
        var seal = seal(purpose, parts[0], parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(seal, parts[2].getBytes(StandardCharsets.US_ASCII))) return null;
        var until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        if (!until.isAfter(clock.instant())) return null;
        return store.useChallenge(seal, until) ? Base64.getUrlDecoder().decode(parts[0]) : null;
    }

    private String seal(String purpose, String challenge, String until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return text(mac.doFinal((purpose + "|" + challenge + "|" + until).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
