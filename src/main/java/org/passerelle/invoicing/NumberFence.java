package org.passerelle.invoicing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.passerelle.identity.Trail;
import org.passerelle.invoicing.store.FenceStore;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Compares each series with what left the house, at every start, before the door opens: a restore or a promotion that
/// lost invoices must not give their numbers away a second time (reliability.md §3.6). After a promotion, restart.
@Service
public class NumberFence implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(NumberFence.class);

    private final FenceStore store;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NumberFence(FenceStore store, Trail trail, PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        check();
    }

    /// Fences every series, of whichever operator, whose witness is ahead of its counter.
    ///
    /// @return how many were fenced now
    public int check() {
        int raised = 0;
        for (var ahead : store.ahead()) {
            boolean done = Scopes.<Boolean, RuntimeException>call(
                    Scope.of("number fence", ahead.operator()),
                    () -> Boolean.TRUE.equals(transaction.execute(_ -> raise(ahead))));
            if (done) raised++;
        }
        return raised;
    }

    private boolean raise(FenceStore.Ahead ahead) {
        var fence = ahead.fence();
        if (!store.raise(ahead.operator(), fence, clock.instant())) return false;
        trail.record(
                ahead.operator(),
                "series.fenced",
                "series",
                fence.series(),
                Map.of("witness", Long.toString(fence.witness()), "counter", Long.toString(fence.counter())));
        LOG.error(
                "series fenced operator={} series={} witness={} counter={}: a gestionnaire must reconcile it",
                ahead.operator(),
                fence.series(),
                fence.witness(),
                fence.counter());
        return true;
    }

    /// Series of the entity that do not issue.
    @Transactional(readOnly = true)
    public List<Fence> open(OperatorId operator) {
        return store.open(operator);
    }

    /// A person has found out what became of the numbers: all fenced series go on after them. Lifting what is lifted
    /// changes nothing.
    ///
    /// @param reason what was found, kept in the trail and with the fence
    /// @throws InvalidValue `reason.missing` when there is none
    @Transactional
    public void lift(OperatorId operator, String reason) {
        if (reason.isBlank()) throw new InvalidValue("reason.missing", "");
        for (var fence : store.open(operator)) {
            long missing = store.lift(operator, fence, reason.strip(), clock.instant());
            trail.record(
                    operator,
                    "series.reconciled",
                    "series",
                    fence.series(),
                    Map.of(
                            "witness", Long.toString(fence.witness()),
                            "missing", Long.toString(missing),
                            "reason", reason.strip()));
        }
    }
}
