package org.passerelle.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.store.Attempts;
import org.passerelle.identity.store.FactorStore;
import org.passerelle.identity.store.Users;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A forgotten password: a link by mail that lives ten minutes, serves once, and only in the browser that asked
/// (S-07). It sets a password and opens no session: the second factor is asked at the sign-in, as always.
@Service
public class PasswordReset {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Users users;
    private final FactorStore store;
    private final Identity identity;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Clock clock;

    PasswordReset(Users users, FactorStore store, Identity identity, Attempts attempts, Outbox outbox, Clock clock) {
        this.users = users;
        this.store = store;
        this.identity = identity;
        this.attempts = attempts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A random text for a cookie or a link: 128 bits.
    public static String fresh() {
        var bytes = new byte[16];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Sends a link to whoever has this address; says nothing of whether there is somebody.
    ///
    /// @param browser secret of the browser that asks
    /// @param base of our addresses: `https://passerelle.example.org`
    /// @return false when too many were asked for
    public boolean ask(String email, String browser, String base, String address, Texts t) {
        var subject = email.strip();
        if (!attempts.mayTryFrom(address) || !attempts.maySignIn("reset|" + subject)) return false;
        users.byEmail(subject)
                .map(Users.Found::user)
                .filter(User::enabled)
                .ifPresent(user -> send(user, browser, base, t));
        return true;
    }

    private void send(User user, String browser, String base, Texts t) {
        var token = fresh();
        store.openReset(hash(token), hash(browser), user.id(), clock.instant().plus(LIFE));
        var link = base + "/connexion/nouveau?jeton=" + token;
        outbox.queue(
                "identity.reset." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash(token)),
                new Mail(
                        user.email(),
                        t.localize("identity.reset.mail.subject"),
                        t.localize("identity.reset.mail.text", user.name(), link, LIFE.toMinutes())));
        identity.tell(user.id(), "password.reset_asked", Map.of());
    }

    /// Whose password this link may set, in this browser, now.
    public Optional<User> of(String token, String browser) {
        return store.resetOf(hash(token), hash(browser)).flatMap(users::byId).map(Users.Found::user);
    }

    /// Sets the password and uses the link up; every sign-in of this person ends.
    /// @return false when the link serves no more
    /// @throws InvalidValue as [Identity#setPassword], and the link serves again
    @Transactional
    public boolean use(String token, String browser, String password) {
        var user = store.useReset(hash(token), hash(browser));
        user.ifPresent((UserId owner) -> identity.setPassword(owner, password));
        return user.isPresent();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
