package org.passerelle.deadlines.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links of calendars; of a link's secret only the hash is kept.
@Repository
public class FeedStore {

    /// Whose calendar a link shows.
    ///
    /// @param everything all of the entity, for somebody who looks after others; else the worker's own
    public record Found(OperatorId operator, UserId user, boolean everything) {}

    /// A link that stands.
    public record Link(UUID id, OperatorId operator, byte[] hash) {}

    private final JdbcClient sql;

    FeedStore(JdbcClient sql) {
        this.sql = sql;
    }

    public void insert(OperatorId operator, UUID id, UUID intent, UserId user, byte[] hash, Instant at) {
        sql.sql("""
                        insert into deadlines.feed (operator_id, id, intent, user_id, token_hash, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (operator_id, intent) do nothing""")
                .params(operator.value(), id, intent, user.value(), hash, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    public List<Link> of(UserId user) {
        return sql.sql("""
                        select operator_id, id, token_hash from deadlines.feed
                        where user_id = ? and revoked_at is null order by created_at, id""")
                .param(user.value())
                .query((row, _) -> new Link(
                        row.getObject("id", UUID.class),
                        new OperatorId(row.getObject("operator_id", UUID.class)),
                        row.getBytes("token_hash")))
                .list();
    }

    /// @return the entity of the link; empty when this person has none of that id that stands
    public Optional<OperatorId> revoke(UserId user, UUID id, Instant at) {
        return sql.sql("""
                        update deadlines.feed set revoked_at = ?
                        where id = ? and user_id = ? and revoked_at is null returning operator_id""")
                .params(OffsetDateTime.ofInstant(at, ZoneOffset.UTC), id, user.value())
                .query((row, _) -> new OperatorId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// Whether this person ever had such a link.
    public boolean knows(UserId user, UUID id) {
        return sql.sql("select count(*) from deadlines.feed where id = ? and user_id = ?")
                        .params(id, user.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Asked outside any scope: the link itself is the key.
    public Optional<Found> byHash(byte[] hash) {
        return sql.sql("select operator_id, user_id, looks_after from deadlines.feed_of(?)")
                .param(hash)
                .query((row, _) -> new Found(
                        new OperatorId(row.getObject(1, UUID.class)),
                        new UserId(row.getObject(2, UUID.class)),
                        row.getBoolean(3)))
                .optional();
    }
}
