package org.passerelle.contracts;

import java.util.Objects;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Mails about papers to those who have an account: it is your turn, it is over.
@Component
class Letters {

    private final Outbox outbox;
    private final String address;
    private final Texts texts = Texts.in(Language.FR);

    Letters(Outbox outbox, Environment settings) {
        this.outbox = outbox;
        this.address = settings.getProperty(
                "passerelle.public-url", "http://localhost:" + settings.getProperty("server.port", "8080"));
    }

    /// @param fact told once
    void turn(String fact, Contract contract, String to, String house) {
        var sent = Objects.requireNonNull(contract.sent());
        outbox.queue(
                fact,
                new Mail(
                        to,
                        texts.localize("contracts.mail.turn.subject", title(contract)),
                        texts.localize(
                                "contracts.mail.turn.text",
                                title(contract),
                                contract.code(),
                                house,
                                address,
                                texts.date(Days.of(sent.expiresAt())))));
    }

    /// @param awaited whose signature did not come
    void expired(Contract contract, String to, String person, Party awaited) {
        outbox.queue(
                "contract.expired." + contract.id() + "." + to.hashCode(),
                new Mail(
                        to,
                        texts.localize("contracts.mail.expired.subject", title(contract)),
                        texts.localize(
                                "contracts.mail.expired.text",
                                title(contract),
                                contract.code(),
                                person,
                                texts.localize("contracts.party." + awaited),
                                address)));
    }

    private String title(Contract contract) {
        return texts.localize("contracts.kind." + contract.kind());
    }
}
