package org.passerelle.platform.mail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/// The mails of the tests: nothing leaves by itself there, [#collect()] empties the queue.
@TestComponent
public class Mailbox {

    private final MailStore store;
    private final Clock clock;

    Mailbox(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// All that waits, in the order of the queue; what was collected is gone.
    public List<Mail> collect() {
        var collected = new ArrayList<Mail>();
        new Postman(store, (_, mail) -> collected.add(mail), clock, 0).round();
        return collected;
    }

    public List<Mail> collectFor(String address) {
        return collect().stream().filter(mail -> mail.to().equals(address)).toList();
    }
}
