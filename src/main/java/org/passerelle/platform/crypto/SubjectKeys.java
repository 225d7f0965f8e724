package org.passerelle.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// One key for each subject, made in the transaction that first needs it and never kept in memory: a destroyed key is
/// gone at once.
@Component
final class SubjectKeys {

    /// @param sealed the key under the operator's key of that number; null once destroyed
    private record Row(int operatorKey, byte @Nullable [] sealed) {}

    private final JdbcClient sql;
    private final OperatorKeys operators;
    private final Clock clock;

    SubjectKeys(JdbcClient sql, OperatorKeys operators, Clock clock) {
        this.sql = sql;
        this.operators = operators;
        this.clock = clock;
    }

    /// @throws Forgotten when it was destroyed
    byte[] toSeal(Subject subject) {
        var known = read(subject);
        if (known.isPresent()) return opened(subject, known.get());
        make(subject);
        return opened(subject, read(subject).orElseThrow());
    }

    /// @throws Forgotten when it was destroyed
    byte[] toOpen(Subject subject) {
        return opened(
                subject,
                read(subject).orElseThrow(() -> new IllegalStateException("nothing was sealed for " + subject)));
    }

    /// Destroys it, or sees to it that there never is one.
    ///
    /// @return false when it was destroyed before
    boolean destroy(Subject subject) {
        return sql.sql("""
                        insert into platform.subject_key (operator_id, subject_id, keeping, operator_key, destroyed_at)
                        values (:operator, :subject, :keeping, 0, :now)
                        on conflict (operator_id, subject_id, keeping)
                        do update set sealed_key = null, destroyed_at = :now
                        where platform.subject_key.destroyed_at is null""")
                        .param("operator", subject.operator().value())
                        .param("subject", subject.id())
                        .param("keeping", subject.keeping())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private byte[] opened(Subject subject, Row row) {
        if (row.sealed == null) throw new Forgotten(subject);
        return Seals.open(operators.of(subject.operator()).number(row.operatorKey), row.sealed, about(subject));
    }

    private Optional<Row> read(Subject subject) {
        return sql.sql("""
                        select operator_key, sealed_key from platform.subject_key
                        where operator_id = ? and subject_id = ? and keeping = ?""")
                .params(subject.operator().value(), subject.id(), subject.keeping())
                .query((row, _) -> new Row(row.getInt(1), row.getBytes(2)))
                .optional();
    }

    /// Of two who make it at once, the second waits for the first and takes its key.
    private void make(Subject subject) {
        var held = operators.of(subject.operator());
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        sql.sql("""
                        insert into platform.subject_key (operator_id, subject_id, keeping, operator_key, sealed_key)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        subject.operator().value(),
                        subject.id(),
                        subject.keeping(),
                        held.current(),
                        Seals.seal(held.number(held.current()), key, about(subject)))
                .update();
    }

    private static byte[] about(Subject subject) {
        return ("subject key|" + subject.operator() + "|" + subject.id() + "|" + subject.keeping())
                .getBytes(StandardCharsets.UTF_8);
    }
}
