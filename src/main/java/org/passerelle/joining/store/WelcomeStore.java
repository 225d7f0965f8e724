package org.passerelle.joining.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Door;
import org.passerelle.kernel.Frame;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Which entities welcome visitors, and the links by mail with what the visitor typed before.
@Repository
public class WelcomeStore {

    /// @param carried what was typed in a simulation
    /// @param byHouse somebody of the house invited them
    public record Invitation(
            OperatorId operator,
            UUID id,
            String email,
            Map<String, String> carried,
            boolean byHouse,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant usedAt) {

        public Invitation {
            carried = Map.copyOf(carried);
        }
    }

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLE = "joining.invitation";

    private final JdbcClient jdbc;
    private final Vault vault;

    WelcomeStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    public List<Door> doors() {
        return jdbc.sql("select * from joining.open_doors()")
                .query((row, _) -> new Door(
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getString("name"),
                        Frame.valueOf(row.getString("frame"))))
                .list();
    }

    public void door(OperatorId operator, boolean open) {
        jdbc.sql("""
                        insert into joining.door (operator_id, open) values (?, ?)
                        on conflict (operator_id) do update set open = excluded.open""").param(operator.value()).param(open).update();
    }

    public void insert(Invitation one, byte[] tokenHash) {
        jdbc.sql("""
                        insert into joining.invitation (operator_id, id, token_hash, email, carried_sealed, by_house, made_at,
                            expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(one.operator().value())
                .param(one.id())
                .param(tokenHash)
                .param(one.email())
                .param(vault.seal(one.operator(), TABLE, "carried", one.id(), JSON.writeValueAsString(one.carried())))
                .param(one.byHouse())
                .param(utc(one.madeAt()))
                .param(utc(one.expiresAt()))
                .update();
    }

    /// Nobody else uses it until the transaction ends.
    public Optional<Invitation> lock(OperatorId operator, byte[] tokenHash) {
        jdbc.sql("select 1 from joining.invitation where operator_id = ? and token_hash = ? for update")
                .param(operator.value())
                .param(tokenHash)
                .query(row -> {});
        return find(operator, tokenHash);
    }

    public Optional<Invitation> find(OperatorId operator, byte[] tokenHash) {
        return jdbc.sql("select * from joining.invitation where operator_id = ? and token_hash = ?")
                .param(operator.value())
                .param(tokenHash)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    var carried = vault.open(operator, TABLE, "carried", id, row.getBytes("carried_sealed"));
                    return new Invitation(
                            operator,
                            id,
                            row.getString("email"),
                            JSON.readValue(carried, WORDS),
                            row.getBoolean("by_house"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    /// A newer link to the same address ends the older ones.
    public void endOthers(OperatorId operator, String email, Instant now) {
        jdbc.sql("""
                        update joining.invitation set used_at = ?
                        where operator_id = ? and lower(email) = lower(?) and used_at is null""").param(utc(now)).param(operator.value()).param(email).update();
    }

    public void used(Invitation one, Instant now) {
        jdbc.sql("update joining.invitation set used_at = ? where operator_id = ? and id = ?")
                .param(utc(now))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    /// Counts a try before it is judged (S-04).
    ///
    /// @param free tries within the window before each further one waits
    /// @param window after which tries are forgotten, `1 day`
    public boolean mayTry(String subject, int free, String window, Instant now) {
        var known = ("joining|" + subject).getBytes(StandardCharsets.UTF_8);
        return Boolean.TRUE.equals(jdbc.sql("select identity.try_now(sha256(?), ?, ?, ?::interval, '1 minute')")
                .param(known)
                .param(utc(now))
                .param(free)
                .param(window)
                .query(Boolean.class)
                .single());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
