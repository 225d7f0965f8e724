package org.passerelle.contracts;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.passerelle.contracts.store.ReminderStore;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks each hour at the papers that wait. Each entity is a transaction of its own: where one fails the others go on.
@Component
class SigningWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SigningWatch.class);

    private final SigningReminders reminders;
    private final ReminderStore store;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("signing").factory());

    SigningWatch(SigningReminders reminders, ReminderStore store) {
        this.reminders = reminders;
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        hourly.scheduleWithFixedDelay(this::watch, 4, TimeUnit.HOURS.toMinutes(1), TimeUnit.MINUTES);
    }

    void watch() {
        try {
            store.everyOperator().forEach(this::watch);
        } catch (RuntimeException e) {
            LOG.error("the papers that wait could not be listed", e);
        }
    }

    private void watch(OperatorId operator) {
        try {
            Scopes.run(Scope.of("contracts", operator), () -> reminders.tell(operator));
        } catch (RuntimeException e) {
            LOG.error("the papers that wait could not be looked at operator={}", operator, e);
        }
    }

    @Override
    public void close() {
        hourly.shutdownNow();
    }
}
