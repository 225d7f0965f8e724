package org.passerelle.platform.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes mails from the queue to the post. What did not leave is tried again after one minute, two, four … six hours
/// at most, for about two days; then it is given up and the log says so. A server that dies between the post and its
/// note sends the mail once more, under the same Message-ID.
@Component
class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_TRIES = 16;
    private static final int AT_ONCE = 20;

    private final MailStore store;
    private final Post post;
    private final Clock clock;
    private final long everySeconds;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("postman").factory());

    /// @param everySeconds between two rounds; 0: none, whoever wants one calls [#round()]
    Postman(MailStore store, Post post, Clock clock, @Value("${passerelle.mail.every-seconds:5}") long everySeconds) {
        this.store = store;
        this.post = post;
        this.clock = clock;
        this.everySeconds = everySeconds;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (everySeconds > 0) {
            rounds.scheduleWithFixedDelay(this::round, everySeconds, everySeconds, TimeUnit.SECONDS);
        }
    }

    /// Everything that is due.
    void round() {
        try {
            while (true) {
                var due = store.take(clock.instant(), LEASE, AT_ONCE);
                if (due.isEmpty()) return;
                due.forEach(this::carry);
            }
        } catch (RuntimeException e) {
            LOG.error("the mails could not be taken from the queue", e);
        }
    }

    private void carry(MailStore.Taken taken) {
        try {
            post.carry(taken.id(), taken.mail());
            store.left(taken.id(), clock.instant());
        } catch (Post.Undelivered e) {
            var now = clock.instant();
            boolean over = e.forGood() || taken.tries() >= MOST_TRIES;
            var why = String.valueOf(e.getMessage());
            if (over) LOG.error("mail given up mail={} tries={} reason={}", taken.id(), taken.tries(), why);
            else LOG.warn("mail stays mail={} tries={} reason={}", taken.id(), taken.tries(), why);
            store.stayed(taken.id(), now, over ? null : now.plus(wait(taken.tries())), why);
        }
    }

    private static Duration wait(int tries) {
        var doubled = Duration.ofMinutes(1L << Math.min(tries - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
