package org.passerelle.contracts.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The links by which clients sign without an account.
@Repository
public class InvitationStore {

    /// @param codeMark of the code that was sent last, null before the first
    public record Invitation(
            OperatorId operator,
            UUID id,
            ContractId contract,
            String email,
            Instant expiresAt,
            byte @Nullable [] codeMark,
            @Nullable Instant codeUntil,
            int codesSent,
            int wrongCodes,
            @Nullable Instant usedAt) {}

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Invitation one, byte[] tokenHash, Instant now) {
        jdbc.sql("""
                        insert into contracts.invitation (operator_id, id, contract_id, token_hash, email, made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .param(one.operator().value())
                .param(one.id())
                .param(one.contract().value())
                .param(tokenHash)
                .param(one.email())
                .param(utc(now))
                .param(utc(one.expiresAt()))
                .update();
    }

    public Optional<Invitation> find(OperatorId operator, byte[] tokenHash) {
        return jdbc.sql("select * from contracts.invitation where operator_id = ? and token_hash = ?")
                .param(operator.value())
                .param(tokenHash)
                .query((row, _) -> {
                    var until = row.getObject("code_until", OffsetDateTime.class);
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Invitation(
                            operator,
                            row.getObject("id", UUID.class),
                            new ContractId(row.getObject("contract_id", UUID.class)),
                            row.getString("email"),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                            row.getBytes("code_mark"),
                            until == null ? null : until.toInstant(),
                            row.getInt("codes_sent"),
                            row.getInt("wrong_codes"),
                            used == null ? null : used.toInstant());
                })
                .optional();
    }

    /// Nobody else changes it until the transaction ends.
    public Optional<Invitation> lock(OperatorId operator, byte[] tokenHash) {
        jdbc.sql("select 1 from contracts.invitation where operator_id = ? and token_hash = ? for update")
                .param(operator.value())
                .param(tokenHash)
                .query(row -> {});
        return find(operator, tokenHash);
    }

    public void codeSent(Invitation one, byte[] mark, Instant until) {
        jdbc.sql("""
                        update contracts.invitation set code_mark = ?, code_until = ?, codes_sent = codes_sent + 1
                        where operator_id = ? and id = ?""")
                .param(mark)
                .param(utc(until))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    public void wrongCode(Invitation one) {
        jdbc.sql("update contracts.invitation set wrong_codes = wrong_codes + 1 where operator_id = ? and id = ?")
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    public void used(Invitation one, Instant at) {
        jdbc.sql("""
                        update contracts.invitation set used_at = ?, code_mark = null, code_until = null
                        where operator_id = ? and id = ?""")
                .param(utc(at))
                .param(one.operator().value())
                .param(one.id())
                .update();
    }

    /// Twenty tries a minute from one address of the network, as for signing in (S-04).
    public boolean mayTry(String address, Instant now) {
        return Boolean.TRUE.equals(
                jdbc.sql("select identity.try_now(sha256(convert_to(?, 'UTF8')), ?, 20, '1 minute', '1 minute')")
                        .param("client link|%s".formatted(address))
                        .param(utc(now))
                        .query(Boolean.class)
                        .single());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
