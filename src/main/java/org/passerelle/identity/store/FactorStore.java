package org.passerelle.identity.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.UserId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Second factors and reset links, through the functions of V013. Secrets are sealed; codes and links are kept as
/// hashes.
@Component
public class FactorStore {

    private static final String USE = "identity.totp";

    /// @param confirmedAt null until a first code showed that the application holds the secret
    public record Totp(UUID id, byte[] secret, @Nullable Instant confirmedAt) {}

    private final JdbcClient sql;
    private final Vault vault;
    private final Clock clock;

    FactorStore(JdbcClient sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /// False when one is confirmed already.
    public boolean start(UserId owner, byte[] secret) {
        var id = UUID.randomUUID();
        return !sql.sql("select identity.start_totp(?, ?, ?, ?)")
                .params(owner.value(), id, vault.sealForHouse(USE, id, secret), now())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    public Optional<Totp> totp(UserId owner) {
        return sql.sql("select totp_id, sealed, confirmed_at from identity.totp_of(?)")
                .param(owner.value())
                .query((row, _) -> {
                    var id = row.getObject("totp_id", UUID.class);
                    var confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
                    return new Totp(
                            id,
                            vault.openForHouse(USE, id, row.getBytes("sealed")),
                            confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    /// False when this step, or a later one, was used before.
    public boolean use(UserId owner, UUID totp, long step) {
        return !sql.sql("select identity.use_totp(?, ?, ?, ?)")
                .params(owner.value(), totp, step, now())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    public boolean remove(UserId owner) {
        return !sql.sql("select identity.remove_totp(?)")
                .param(owner.value())
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    public void setRecoveryCodes(UserId owner, List<byte[]> hashes) {
        sql.sql("select identity.set_recovery_codes(?, ?)")
                .params(owner.value(), hashes.toArray(byte[][]::new))
                .query((_, _) -> 1)
                .list();
    }

    public boolean useRecoveryCode(UserId owner, byte[] hash) {
        return !sql.sql("select identity.use_recovery_code(?, ?)")
                .params(owner.value(), hash)
                .query(byte[].class)
                .list()
                .isEmpty();
    }

    public int recoveryCodesLeft(UserId owner) {
        return sql.sql("select identity.recovery_codes_left(?)")
                .param(owner.value())
                .query(Integer.class)
                .single();
    }

    public void openReset(byte[] token, byte[] browser, UserId owner, Instant until) {
        sql.sql("select identity.open_reset(?, ?, ?, ?, ?)")
                .params(token, browser, owner.value(), now(), until.atOffset(ZoneOffset.UTC))
                .query((_, _) -> 1)
                .list();
    }

    public Optional<UserId> resetOf(byte[] token, byte[] browser) {
        return sql.sql("select identity.reset_of(?, ?, ?)")
                .params(token, browser, now())
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    public Optional<UserId> useReset(byte[] token, byte[] browser) {
        return sql.sql("select identity.use_reset(?, ?, ?)")
                .params(token, browser, now())
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
