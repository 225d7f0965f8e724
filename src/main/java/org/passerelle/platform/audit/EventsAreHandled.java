package org.passerelle.platform.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// I-9 for listeners that work after the commit: each has its row in the registry of publications, written with the
/// fact, and the row is closed when the listener is done. A listener that works inside the transaction needs no row:
/// the module that owns it compares its facts with what they had to bring about.
@Component
class EventsAreHandled implements Invariant {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final EveryOperator every;
    private final Clock clock;

    EventsAreHandled(EveryOperator every, Clock clock) {
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "I-9";
    }

    @Override
    public String says() {
        return "every event has been handled or is younger than 10 min";
    }

    /// Events name their operator as `"operator":{"value":"…"}`.
    @Override
    public List<Breach> check() {
        return every.sql()
                .sql("""
                        select coalesce(substring(serialized_event from
                                   '"operator" *: *[{]? *(?:"value" *: *)?"([0-9a-f-]{36})"'), '-'),
                               'platform.event_publication ' || id,
                               event_type || ' of ' || publication_date || ' waits for ' || listener_id
                        from platform.event_publication
                        where completion_date is null and publication_date < ?
                        order by publication_date limit 100""")
                .param(OffsetDateTime.ofInstant(clock.instant().minus(PATIENCE), ZoneOffset.UTC))
                .query((row, _) -> new Breach(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
