package org.passerelle.platform.mail;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.crypto.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The queue of V132. What is in it is sealed under a key of the house.
@Component
class MailStore {

    private static final String USE = "platform.mail";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param tries this one included
    record Taken(UUID id, Mail mail, int tries) {}

    private final JdbcClient sql;
    private final Vault vault;

    MailStore(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    boolean queue(String fact, Mail mail, Instant now) {
        var id = UUID.randomUUID();
        return sql.sql("select platform.queue_mail(?, ?, ?, ?)")
                .params(id, fact, vault.sealForHouse(USE, id, JSON.writeValueAsBytes(mail)), Timestamp.from(now))
                .query(Boolean.class)
                .single();
    }

    List<Taken> take(Instant now, Duration lease, int most) {
        return sql.sql("select mail_id, sealed, tries from platform.take_mail(?, make_interval(secs => ?), ?)")
                .params(Timestamp.from(now), lease.toSeconds(), most)
                .query((row, _) -> {
                    var id = row.getObject("mail_id", UUID.class);
                    var plain = vault.openForHouse(USE, id, row.getBytes("sealed"));
                    return new Taken(id, JSON.readValue(plain, Mail.class), row.getInt("tries"));
                })
                .list();
    }

    void left(UUID id, Instant now) {
        sql.sql("select platform.mail_left(?, ?)")
                .params(id, Timestamp.from(now))
                .query((_, _) -> 1)
                .list();
    }

    /// @param again null to give it up
    void stayed(UUID id, Instant now, @Nullable Instant again, String why) {
        sql.sql("select platform.mail_stayed(?, ?, ?::timestamptz, ?)")
                .params(id, Timestamp.from(now))
                .param(again == null ? null : again.toString())
                .param(why)
                .query((_, _) -> 1)
                .list();
    }
}
