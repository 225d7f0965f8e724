package org.passerelle.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Passkeys and used challenges, through the functions of V012.
@Component
public class PasskeyStore {

    /// @param credential the attested credential data: device model, credential id, COSE key
    public record Stored(
            UUID id,
            byte[] credentialId,
            UserId user,
            byte[] credential,
            boolean backupEligible,
            long signCount,
            String label,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {}

    private final JdbcClient sql;
    private final Clock clock;

    PasskeyStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// False when the credential is there already.
    public boolean add(
            UserId owner, byte[] credentialId, byte[] credential, boolean backupEligible, long count, String label) {
        return !sql.sql("select identity.add_passkey(?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        credentialId,
                        owner.value(),
                        credential,
                        backupEligible,
                        count,
                        label,
                        at(clock.instant()))
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    public List<Stored> of(UserId owner) {
        return sql.sql("select * from identity.passkeys_of(?)")
                .param(owner.value())
                .query((row, _) -> stored(row))
                .list();
    }

    public Optional<Stored> byCredential(byte[] credentialId) {
        return sql.sql("select * from identity.passkey_by_credential(?)")
                .param(credentialId)
                .query((row, _) -> stored(row))
                .optional();
    }

    /// False when the counter did not rise, or the key is gone.
    public boolean use(UUID passkey, long count) {
        return !sql.sql("select identity.use_passkey(?, ?, ?)")
                .params(passkey, count, at(clock.instant()))
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /// False when this person has no such key.
    public boolean remove(UserId owner, UUID passkey) {
        return !sql.sql("select identity.remove_passkey(?, ?)")
                .params(owner.value(), passkey)
                .query(UUID.class)
                .list()
                .isEmpty();
    }

    /// False when it served before.
    public boolean useChallenge(byte[] hash, Instant until) {
        return !sql.sql("select identity.use_challenge(?, ?, ?)")
                .params(hash, at(clock.instant()), at(until))
                .query(byte[].class)
                .list()
                .isEmpty();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var used = row.getObject("last_used_at", OffsetDateTime.class);
        return new Stored(
                row.getObject("passkey_id", UUID.class),
                row.getBytes("credential_id"),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getBytes("credential"),
                row.getBoolean("backup_eligible"),
                row.getLong("sign_count"),
                row.getString("label"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
