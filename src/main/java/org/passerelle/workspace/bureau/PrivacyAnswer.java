package org.passerelle.workspace.bureau;

import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.people.Person;
import org.passerelle.platform.mail.Mail;
import org.passerelle.platform.mail.Outbox;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.passerelle.privacy.Holding.State;
import org.passerelle.privacy.Kind;
import org.passerelle.privacy.Privacy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Forgets what nothing keeps and answers whoever asked, in one transaction: what went, what stays, until when and by
/// which text.
@Component
class PrivacyAnswer {

    private final Privacy privacy;
    private final Outbox outbox;

    PrivacyAnswer(Privacy privacy, Outbox outbox) {
        this.privacy = privacy;
        this.outbox = outbox;
    }

    @Transactional
    public void forget(Person person, UUID intent) {
        boolean asked = privacy.lastRequest(person)
                .filter(each -> each.answeredAt() == null)
                .isPresent();
        var to = person.email();
        var gone = privacy.forget(person, intent);
        if (!asked) return;
        var t = Texts.in(Language.FR);
        var names = gone.stream().map(kind -> word(kind, t)).collect(Collectors.joining(", "));
        var kept = privacy.of(person).stream()
                .filter(one -> one.state() != State.ERASED)
                .map(one -> "- " + word(one.kind(), t) + t.localize("ui.colon") + " " + PersonDataPage.until(one, t)
                        + (one.article().isEmpty() ? "" : " (" + one.article() + ")"))
                .collect(Collectors.joining("\n"));
        var text = String.join(
                "\n\n",
                t.localize("privacy.mail.hello"),
                gone.isEmpty() ? t.localize("privacy.mail.nothing") : t.localize("privacy.mail.erased", names),
                t.localize("privacy.mail.kept") + "\n" + kept,
                t.localize("privacy.mail.end"));
        outbox.queue("privacy." + person.id() + "." + intent, new Mail(to, t.localize("privacy.mail.subject"), text));
    }

    private static String word(Kind kind, Texts t) {
        return t.localize("data.kept." + kind);
    }
}
