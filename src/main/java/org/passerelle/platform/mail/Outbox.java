package org.passerelle.platform.mail;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where mails are left, in the transaction of what they tell of; [Postman] takes them from there.
@Component
public class Outbox {

    private final MailStore store;
    private final Clock clock;

    Outbox(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Queues a mail; the same fact again queues nothing.
    ///
    /// @param fact what it tells of, named once in the whole house: `signature.asked.<id>`
    /// @return whether it is new
    @Transactional
    public boolean queue(String fact, Mail mail) {
        return store.queue(fact, mail, clock.instant());
    }
}
