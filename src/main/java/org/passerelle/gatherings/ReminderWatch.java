package org.passerelle.gatherings;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Reminds every hour those whose session is within a day. Each entity is a transaction of its own; two servers do it
/// one
/// after the other, to no harm.
@Component
class ReminderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);

    private final Gatherings gatherings;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gatherings").factory());

    ReminderWatch(Gatherings gatherings) {
        this.gatherings = gatherings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        hourly.scheduleWithFixedDelay(this::watch, 3, TimeUnit.HOURS.toMinutes(1), TimeUnit.MINUTES);
    }

    void watch() {
        try {
            gatherings.houses().forEach(this::watch);
        } catch (RuntimeException e) {
            LOG.error("the sessions could not be listed", e);
        }
    }

    private void watch(OperatorId operator) {
        try {
            Scopes.run(Scope.of("gatherings", operator), () -> gatherings.remind(operator));
        } catch (RuntimeException e) {
            LOG.error("nobody could be reminded operator={}", operator, e);
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
