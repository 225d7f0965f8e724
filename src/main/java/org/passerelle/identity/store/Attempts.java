package org.passerelle.identity.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Slows guessing down, by sign-in and by address (S-04). Nobody is locked out for good.
@Component
public class Attempts {

    private final JdbcClient sql;
    private final Clock clock;
    private final int fromOneAddress;

    /// @param fromOneAddress tries a minute from one address of the network
    public Attempts(
            JdbcClient sql, Clock clock, @Value("${passerelle.sign-in.tries-per-address:20}") int fromOneAddress) {
        this.sql = sql;
        this.clock = clock;
        this.fromOneAddress = fromOneAddress;
    }

    /// Five tries, then one minute of waiting, then two, four … a quarter of an hour at most.
    public boolean maySignIn(String email) {
        return mayTry("sign-in|" + email.toLowerCase(Locale.ROOT), 5, "1 day", "1 minute");
    }

    /// Twenty tries a minute, unless set otherwise.
    public boolean mayTryFrom(String address) {
        return mayTry("address|" + address, fromOneAddress, "1 minute", "1 minute");
    }

    public void succeeded(String email) {
        sql.sql("select identity.forget_tries(?)")
                .param(hash("sign-in|" + email.toLowerCase(Locale.ROOT)))
                .query((_, _) -> 1)
                .list();
    }

    private boolean mayTry(String subject, int free, String forget, String delay) {
        return Boolean.TRUE.equals(sql.sql("select identity.try_now(?, ?, ?, ?::interval, ?::interval)")
                .params(hash(subject), clock.instant().atOffset(ZoneOffset.UTC), free, forget, delay)
                .query(Boolean.class)
                .single());
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
