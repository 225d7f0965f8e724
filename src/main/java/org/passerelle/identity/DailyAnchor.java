package org.passerelle.identity;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.passerelle.identity.store.Anchors;
import org.passerelle.platform.audit.EveryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes the heads of the chains outside the database, at the start and each day (S-42).
@Component
class DailyAnchor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DailyAnchor.class);

    private final EveryOperator every;
    private final Anchors anchors;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("anchor").factory());

    DailyAnchor(EveryOperator every, Anchors anchors) {
        this.every = every;
        this.anchors = anchors;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        daily.scheduleAtFixedRate(this::anchor, 1, TimeUnit.DAYS.toMinutes(1), TimeUnit.MINUTES);
    }

    void anchor() {
        try {
            anchors.add(every.sql()
                    .sql("select operator_id::text, line_no, hash from identity.trail_head where line_no > 0")
                    .query((row, _) ->
                            new Anchors.Anchor(row.getString(1), row.getLong(2), Anchors.hex(row.getBytes(3))))
                    .list());
        } catch (RuntimeException e) {
            LOG.error("the heads of the trail could not be anchored", e);
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
