package org.passerelle.privacy;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.passerelle.privacy.store.PrivacyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Forgets what its day has come for, each night, and after a restore what was forgotten before.
@Component
class DailyErasure implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailyErasure.class);

    private final Privacy privacy;
    private final PrivacyStore store;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("erasure").factory());

    DailyErasure(Privacy privacy, PrivacyStore store) {
        this.privacy = privacy;
        this.store = store;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        daily.execute(() -> each(privacy::again));
        daily.scheduleWithFixedDelay(() -> each(privacy::tidy), 3, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    /// Each entity in a transaction of its own: where one fails the others go on.
    private void each(ToIntFunction<OperatorId> work) {
        try {
            store.everyOperator().forEach(operator -> one(operator, work));
        } catch (RuntimeException e) {
            LOG.error("the entities could not be listed for erasure", e);
        }
    }

    private static void one(OperatorId operator, ToIntFunction<OperatorId> work) {
        try {
            Scopes.run(Scope.of("privacy", operator), () -> {
                int gone = work.applyAsInt(operator);
                if (gone > 0) LOG.info("forgotten operator={} kinds={}", operator, gone);
            });
        } catch (RuntimeException e) {
            LOG.error("what is due could not be forgotten operator={}", operator, e);
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
