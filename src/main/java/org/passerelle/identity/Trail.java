package org.passerelle.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.passerelle.identity.core.TrailLine;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Who did what, when: append-only, one chain of SHA-256 per operator, so that a change made later shows (S-42).
@Service
public class Trail {

    private record Head(long number, byte[] hash) {}

    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate apart;

    Trail(JdbcClient sql, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    /// Adds a line in the current transaction; who acts is read from the scope. Call it late in the transaction:
    /// from here on others wait for the operator's chain.
    /// @param action a past fact, `invoice.issued`
    /// @param subjectType `invoice`, `person` …
    /// @param details ids, amounts, before and after; never NIR, IBAN or a password
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            OperatorId operator, String action, String subjectType, String subjectId, Map<String, String> details) {
        add(operator, Scopes.current().actor(), action, subjectType, subjectId, details);
    }

    /// For what happens before anybody is signed in: opens a scope of its own where none holds the operator.
    void recordApart(
            OperatorId operator, String action, String subjectType, String subjectId, Map<String, String> details) {
        var scope = Scopes.current();
        if (scope.operators().contains(operator)) {
            apart.executeWithoutResult(_ -> add(operator, scope.actor(), action, subjectType, subjectId, details));
            return;
        }
        var alone = new TransactionTemplate(
                java.util.Objects.requireNonNull(apart.getTransactionManager()),
                new org.springframework.transaction.support.DefaultTransactionDefinition(
                        TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        Scopes.run(
                Scope.of("sign-in", operator),
                () -> alone.executeWithoutResult(
                        _ -> add(operator, "sign-in", action, subjectType, subjectId, details)));
    }

    private void add(
            OperatorId operator,
            String actor,
            String action,
            String subjectType,
            String subjectId,
            Map<String, String> details) {
        var head = lock(operator);
        var line = new TrailLine(
                operator.toString(),
                head.number + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                action,
                subjectType,
                subjectId,
                TrailLine.text(details));
        var hash = line.hash(head.hash);
        // one trip: from the head's lock to the commit all of this operator's work waits
        sql.sql("""
                        with head as (update identity.trail_head set line_no = ?, hash = ? where operator_id = ?)
                        insert into identity.trail_line (operator_id, line_no, at, actor, action, subject_type,
                            subject_id, details, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        line.number(),
                        hash,
                        operator.value(),
                        operator.value(),
                        line.number(),
                        OffsetDateTime.ofInstant(line.at(), ZoneOffset.UTC),
                        actor,
                        action,
                        subjectType,
                        subjectId,
                        line.details(),
                        head.hash,
                        hash)
                .update();
    }

    private Head lock(OperatorId operator) {
        var head = head(operator);
        if (head.isPresent()) return head.get();
        sql.sql("insert into identity.trail_head (operator_id, line_no, hash) values (?, 0, ?) on conflict do nothing")
                .params(operator.value(), TrailLine.START)
                .update();
        return head(operator).orElseThrow();
    }

    private Optional<Head> head(OperatorId operator) {
        return sql.sql("select line_no, hash from identity.trail_head where operator_id = ? for update")
                .param(operator.value())
                .query((row, _) -> new Head(row.getLong(1), row.getBytes(2)))
                .optional();
    }
}
