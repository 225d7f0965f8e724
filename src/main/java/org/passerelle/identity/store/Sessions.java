package org.passerelle.identity.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.GroupId;
import org.passerelle.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Sessions as rows, known by the hash of a random token of 128 bits (S-05, ADR 0009). What was read is kept for one
/// second at most, so that a busy page costs no query and a sign-out is felt by every node within that second.
@Component
public class Sessions {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST_KEPT = 10_000;
    private static final SecureRandom CHANCE = new SecureRandom();

    /// How long a session has to show its second factor.
    private static final Duration STEP = Duration.ofMinutes(10);

    /// What was shown when a session was opened.
    public enum Shown {
        /// A password alone.
        PASSWORD,
        /// A password, and a second factor is still due: the session opens nothing but that step.
        PASSWORD_FIRST,
        /// A second factor too, or a passkey.
        SECOND_FACTOR
    }

    /// @param id names the session to its owner; it opens nothing
    /// @param strongAt when the second factor was shown; null when it was not
    /// @param due the second factor is still due
    public record Current(UUID id, SignedIn who, @Nullable Instant strongAt, boolean due) {}

    /// One line of "Mes sessions".
    public record Open(UUID id, Instant createdAt, Instant lastSeenAt, String device) {}

    private record Kept(@Nullable Current current, long readAt) {}

    private record Holder(
            UUID session,
            UserId user,
            GroupId group,
            String name,
            @Nullable Instant strongAt,
            boolean due) {}

    private final JdbcClient sql;
    private final Users users;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Lock[] turns = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    Sessions(JdbcClient sql, Users users, Clock clock) {
        this.sql = sql;
        this.users = users;
        this.clock = clock;
    }

    /// Opens a session.
    /// @return the token, which is stored nowhere
    public String open(UserId user, String device, Shown shown) {
        var bytes = new byte[16];
        CHANCE.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        boolean short_ = users.roles(user).values().stream()
                .anyMatch(roles -> roles.stream().anyMatch(Role::looksAfterOthers));
        boolean due = shown == Shown.PASSWORD_FIRST;
        var idle = due ? STEP : short_ ? Duration.ofMinutes(30) : Duration.ofHours(2);
        var whole = due ? STEP : short_ ? Duration.ofHours(12) : Duration.ofDays(7);
        var now = clock.instant();
        sql.sql("select identity.open_session(?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?)")
                .params(
                        hash(token),
                        UUID.randomUUID(),
                        user.value(),
                        at(now),
                        at(now.plus(whole)),
                        (int) idle.toSeconds(),
                        device)
                .param(shown == Shown.SECOND_FACTOR ? now.toString() : null)
                .param(due)
                .query((_, _) -> 1)
                .list();
        return token;
    }

    /// Who holds this token, when the session is alive. Of many requests at once one asks the database, the others
    /// wait for its answer.
    public Optional<Current> find(String token) {
        if (token.length() != 22) return Optional.empty();
        var key = key(hash(token));
        var known = fresh(key);
        if (known != null) return Optional.ofNullable(known.current);
        var turn = turns[Math.floorMod(key.hashCode(), turns.length)];
        turn.lock();
        try {
            var meanwhile = fresh(key);
            return meanwhile != null ? Optional.ofNullable(meanwhile.current) : keep(key, read(token));
        } finally {
            turn.unlock();
        }
    }

    private @Nullable Kept fresh(String key) {
        var known = kept.get(key);
        long age = known == null ? -1 : clock.millis() - known.readAt;
        return age >= 0 && age < KEPT.toMillis() ? known : null;
    }

    private Optional<Current> keep(String key, Optional<Current> current) {
        var now = clock.millis();
        if (kept.size() >= MOST_KEPT) kept.values().removeIf(old -> now - old.readAt >= KEPT.toMillis());
        if (kept.size() < MOST_KEPT) kept.put(key, new Kept(current.orElse(null), now));
        return current;
    }

    /// The roles are asked after the session's row was read: one connection at a time, so that busy requests never
    /// wait for each other's second one.
    private Optional<Current> read(String token) {
        var row = sql.sql("select * from identity.use_session(?, ?)")
                .params(hash(token), at(clock.instant()))
                .query((read, _) -> new Holder(
                        read.getObject("session_id", UUID.class),
                        new UserId(read.getObject("user_id", UUID.class)),
                        new GroupId(read.getObject("group_id", UUID.class)),
                        read.getString("name"),
                        instant(read.getObject("strong_at", OffsetDateTime.class)),
                        read.getBoolean("due")))
                .optional();
        return row.map(holder -> new Current(
                holder.session,
                new SignedIn(holder.user, holder.group, holder.name, users.roles(holder.user)),
                holder.strongAt,
                holder.due));
    }

    public List<Open> of(UserId user) {
        return sql.sql("select * from identity.sessions_of(?, ?)")
                .params(user.value(), at(clock.instant()))
                .query((row, _) -> new Open(
                        row.getObject("session_id", UUID.class),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("device")))
                .list();
    }

    /// Ends one session of that person; false when they have no such session.
    public boolean end(UserId owner, UUID session) {
        return forget(sql.sql("select identity.end_session(?, ?)")
                .params(owner.value(), session)
                .query(byte[].class)
                .list());
    }

    /// Ends every session of that person.
    public void endAll(UserId owner) {
        forget(sql.sql("select identity.end_sessions_of(?, null)")
                .param(owner.value())
                .query(byte[].class)
                .list());
    }

    /// What was read is read again: somebody's roles changed.
    public void refresh() {
        kept.clear();
    }

    private boolean forget(List<byte[]> hashes) {
        hashes.forEach(hash -> kept.remove(key(hash)));
        return !hashes.isEmpty();
    }

    private static String key(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
