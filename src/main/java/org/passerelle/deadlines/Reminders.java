package org.passerelle.deadlines;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.deadlines.store.FactStore;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Recalls what comes near, once for each alert, in the transaction that finds it: one mail to the house with all of
/// it, one to each worker with what they must do themselves.
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final FactStore facts;
    private final Outbox outbox;
    private final Clock clock;

    Reminders(FactStore facts, Outbox outbox, Clock clock) {
        this.facts = facts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param open what is neither done nor lifted
    void say(Operator operator, List<Person> people, List<Deadline> open, LocalDate today) {
        var news = new ArrayList<Deadline>();
        for (var deadline : open) {
            // Of several alerts that have come since yesterday, the last one speaks for all.
            deadline.alerts().stream()
                    .filter(day -> !day.isAfter(today))
                    .reduce((_, later) -> later)
                    .filter(alert -> facts.remind(operator.id(), deadline.id(), alert, clock.instant()))
                    .ifPresent(_ -> news.add(deadline));
        }
        if (news.isEmpty()) return;
        send(operator, operator.id().toString(), operator.email(), news, today);
        for (var person : people) {
            var theirs = news.stream()
                    .filter(deadline ->
                            deadline.actor() == Actor.FREELANCER && person.id().equals(deadline.person()))
                    .toList();
            if (!theirs.isEmpty()) send(operator, person.id().toString(), person.email(), theirs, today);
        }
        LOG.info("deadlines recalled operator={} count={}", operator.id(), news.size());
    }

    private void send(Operator operator, String whom, String to, List<Deadline> deadlines, LocalDate today) {
        var t = Texts.in(Language.FR);
        var text = new StringBuilder(t.localize("deadline.mail.hello"))
                .append("\n\n")
                .append(t.localize("deadline.mail.lead", operator.name()))
                .append('\n');
        for (var deadline : deadlines) text.append(line(deadline, t)).append('\n');
        text.append('\n').append(t.localize("deadline.mail.end")).append('\n');
        var fact = "deadlines." + operator.id() + "." + today + "." + whom + "."
                + deadlines.getFirst().id();
        try {
            outbox.queue(
                    fact,
                    new Mail(
                            to,
                            t.localize("deadline.mail.subject", operator.name(), deadlines.size()),
                            text.toString()));
        } catch (InvalidValue e) {
            LOG.warn("a reminder cannot be sent operator={} code={}", operator.id(), e.code());
        }
    }

    private static String line(Deadline deadline, Texts t) {
        return t.localize(
                "deadline.mail.line",
                t.longDate(deadline.due()),
                t.localize(deadline.messageKey(), DeadlineWords.data(deadline, t)),
                deadline.article());
    }
}
