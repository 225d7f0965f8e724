package org.passerelle.deadlines;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.passerelle.deadlines.store.ClockStore;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Computes every entity's clocks soon after the start and each hour. Each entity is a transaction of its own: where
/// one fails the others go on, and the next hour tries again. Two servers do it one after the other, to no harm.
@Component
class DailyWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailyWatch.class);

    private final Deadlines deadlines;
    private final ClockStore clocks;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    DailyWatch(Deadlines deadlines, ClockStore clocks) {
        this.deadlines = deadlines;
        this.clocks = clocks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        hourly.scheduleWithFixedDelay(this::watch, 2, TimeUnit.HOURS.toMinutes(1), TimeUnit.MINUTES);
    }

    void watch() {
        try {
            clocks.everyOperator().forEach(this::watch);
        } catch (RuntimeException e) {
            LOG.error("the clocks could not be listed", e);
        }
    }

    private void watch(OperatorId operator) {
        try {
            Scopes.run(Scope.of("deadlines", operator), () -> deadlines.recompute(operator));
        } catch (RuntimeException e) {
            LOG.error("the clocks could not be computed operator={}", operator, e);
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
