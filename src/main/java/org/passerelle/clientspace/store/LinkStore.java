package org.passerelle.clientspace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.Opinion;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.OperatorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links and opinions in PostgreSQL.
@Repository
public class LinkStore {

    private static final int PER_MINUTE = 60;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ClientLink link, UUID intent, byte[] tokenHash) {
        jdbc.sql("""
                        insert into clientspace.link (operator_id, id, intent, client_id, token_hash, email, asks_days,
                            made_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(link.operator().value())
                .param(link.id())
                .param(intent)
                .param(link.client().value())
                .param(tokenHash)
                .param(link.email())
                .param(link.asksDays())
                .param(utc(link.madeAt()))
                .param(utc(link.expiresAt()))
                .update();
    }

    public Optional<ClientLink> find(OperatorId operator, byte[] tokenHash) {
        return jdbc.sql("select * from clientspace.link where operator_id = ? and token_hash = ?")
                .param(operator.value())
                .param(tokenHash)
                .query((row, _) -> link(row))
                .optional();
    }

    /// Newest first.
    public List<ClientLink> of(OperatorId operator, ClientId client) {
        return jdbc.sql(
                        "select * from clientspace.link where operator_id = ? and client_id = ? order by made_at desc, id")
                .param(operator.value())
                .param(client.value())
                .query((row, _) -> link(row))
                .list();
    }

    /// @return how many were live until now
    public int revoke(OperatorId operator, ClientId client, Instant now) {
        return jdbc.sql("""
                        update clientspace.link set revoked_at = ?
                        where operator_id = ? and client_id = ? and revoked_at is null and expires_at > ?""")
                .param(utc(now))
                .param(operator.value())
                .param(client.value())
                .param(utc(now))
                .update();
    }

    public void insert(OperatorId operator, UUID intent, UUID link, Opinion opinion) {
        jdbc.sql("""
                        insert into clientspace.opinion (operator_id, intent, report_id, mission_id, link_id, agreed,
                            reason, days_sha256, said_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(operator.value())
                .param(intent)
                .param(opinion.report().value())
                .param(opinion.mission().value())
                .param(link)
                .param(opinion.agreed())
                .param(opinion.reason())
                .param(opinion.days())
                .param(utc(opinion.at()))
                .update();
    }

    /// What was said last of each mission of the report.
    public List<Opinion> opinions(OperatorId operator, ActivityReportId report) {
        return jdbc.sql("""
                        select distinct on (mission_id) * from clientspace.opinion
                        where operator_id = ? and report_id = ? order by mission_id, said_at desc, intent""")
                .param(operator.value())
                .param(report.value())
                .query((row, _) -> new Opinion(
                        report,
                        new MissionId(row.getObject("mission_id", UUID.class)),
                        row.getBoolean("agreed"),
                        row.getString("reason"),
                        row.getString("days_sha256"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Sixty pages a minute from one address of the network.
    public boolean mayTry(String address, Instant now) {
        return Boolean.TRUE.equals(
                jdbc.sql("select identity.try_now(sha256(convert_to(?, 'UTF8')), ?, ?, '1 minute', '1 minute')")
                        .param("client pages|%s".formatted(address))
                        .param(utc(now))
                        .param(PER_MINUTE)
                        .query(Boolean.class)
                        .single());
    }

    private static ClientLink link(ResultSet row) throws SQLException {
        var revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new ClientLink(
                new OperatorId(row.getObject("operator_id", UUID.class)),
                row.getObject("id", UUID.class),
                new ClientId(row.getObject("client_id", UUID.class)),
                row.getString("email"),
                row.getBoolean("asks_days"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
