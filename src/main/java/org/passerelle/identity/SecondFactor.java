package org.passerelle.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.core.Base32;
import org.passerelle.identity.core.TotpCodes;
import org.passerelle.identity.store.Attempts;
import org.passerelle.identity.store.FactorStore;
import org.passerelle.identity.store.PasskeyStore;
import org.passerelle.kernel.UserId;
import org.springframework.stereotype.Service;

/// What somebody shows beside a password: a code of an authenticator application, or a recovery code (S-01, S-03).
/// A passkey is both at once.
@Service
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 8;
    private static final SecureRandom CHANCE = new SecureRandom();

    /// How a code was judged.
    public enum Judged {
        ACCEPTED,
        REFUSED,
        /// Too many tries.
        LATER
    }

    private final FactorStore store;
    private final PasskeyStore passkeys;
    private final Attempts attempts;
    private final Identity identity;
    private final Clock clock;

    SecondFactor(FactorStore store, PasskeyStore passkeys, Attempts attempts, Identity identity, Clock clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.identity = identity;
        this.clock = clock;
    }

    /// Whether this person has any: an application of codes, or a passkey.
    public boolean has(UserId user) {
        return makesCodes(user) || !passkeys.of(user).isEmpty();
    }

    public boolean makesCodes(UserId user) {
        return store.totp(user).filter(totp -> totp.confirmedAt() != null).isPresent();
    }

    public boolean hasPasskey(UserId user) {
        return !passkeys.of(user).isEmpty();
    }

    /// A new secret for an application; nothing when one is confirmed already.
    public void start(UserId user) {
        var secret = new byte[TotpCodes.SECRET_BYTES];
        CHANCE.nextBytes(secret);
        store.start(user, secret);
    }

    /// The secret that waits for its first code, in Base32.
    public Optional<String> waiting(UserId user) {
        return store.totp(user).filter(totp -> totp.confirmedAt() == null).map(totp -> Base32.of(totp.secret()));
    }

    /// Judges the first code of an application. Accepted: codes are asked from now on.
    /// @return the recovery codes, told once and kept nowhere; empty when the code is wrong or too many were tried
    public List<String> confirm(UserId user, String code) {
        var totp = store.totp(user).filter(found -> found.confirmedAt() == null);
        if (totp.isEmpty() || !mayTry(user) || !isRight(user, totp.get(), code)) return List.of();
        identity.tell(user, "factor.added", Map.of());
        return freshRecoveryCodes(user);
    }

    /// Ten new codes; the old ones serve no more.
    public List<String> freshRecoveryCodes(UserId user) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            var bytes = new byte[RECOVERY_BYTES];
            CHANCE.nextBytes(bytes);
            var text = Base32.of(bytes).substring(0, 12);
            codes.add(text.substring(0, 4) + "-" + text.substring(4, 8) + "-" + text.substring(8));
        }
        store.setRecoveryCodes(user, codes.stream().map(SecondFactor::hash).toList());
        return codes;
    }

    public int recoveryCodesLeft(UserId user) {
        return store.recoveryCodesLeft(user);
    }

    /// Judges a code of the application, or a recovery code; either serves once.
    public Judged judge(UserId user, String typed) {
        if (!mayTry(user)) return Judged.LATER;
        var code = typed.strip().replace(" ", "");
        var totp = store.totp(user).filter(found -> found.confirmedAt() != null);
        if (totp.isPresent() && isRight(user, totp.get(), code)) {
            attempts.succeeded(subject(user));
            return Judged.ACCEPTED;
        }
        if (totp.isPresent() && code.length() > 6 && store.useRecoveryCode(user, hash(code))) {
            attempts.succeeded(subject(user));
            identity.tell(user, "factor.recovered", Map.of("left", Integer.toString(recoveryCodesLeft(user))));
            return Judged.ACCEPTED;
        }
        identity.tell(user, "factor.refused", Map.of());
        return Judged.REFUSED;
    }

    public boolean remove(UserId user) {
        boolean removed = store.remove(user);
        if (removed) identity.tell(user, "factor.removed", Map.of());
        return removed;
    }

    private boolean isRight(UserId user, FactorStore.Totp totp, String code) {
        var step = TotpCodes.stepOf(totp.secret(), code, clock.instant());
        return step.isPresent() && store.use(user, totp.id(), step.getAsLong());
    }

    /// Every try counts at once, in a transaction of its own: whoever tries twenty times at the same moment has tried
    /// twenty
    /// times.
    private boolean mayTry(UserId user) {
        return attempts.maySignIn(subject(user));
    }

    private static String subject(UserId user) {
        return "code|" + user;
    }

    private static byte[] hash(String code) {
        try {
            var plain = code.replace("-", "").toUpperCase(Locale.ROOT);
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
