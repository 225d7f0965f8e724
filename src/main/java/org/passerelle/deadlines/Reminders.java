package org.passerelle.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.deadlines.store.FactStore;
import org.passerelle.operators.Operator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Recalls what comes near, once for each alert, in the transaction that finds it.
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final FactStore facts;
    private final Clock clock;

    Reminders(FactStore facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /// @param open what is neither done nor lifted
    void say(Operator operator, List<Deadline> open, LocalDate today) {
        var news = new ArrayList<Deadline>();
        for (var deadline : open) {
            // Of several alerts that have come since yesterday, the last one speaks for all.
            deadline.alerts().stream()
                    .filter(day -> !day.isAfter(today))
                    .reduce((_, later) -> later)
                    .filter(alert -> facts.remind(operator.id(), deadline.id(), alert, clock.instant()))
                    .ifPresent(_ -> news.add(deadline));
        }
        if (!news.isEmpty()) LOG.info("deadlines recalled operator={} count={}", operator.id(), news.size());
    }
}
