package org.passerelle.cli.month;

import java.util.List;
import java.util.function.Function;
import org.passerelle.kernel.Finding;
import org.passerelle.platform.web.Texts;

/// The folder was sound but a door refused what it asks for: a report on a refused mission, an invoice with an
/// obstacle.
public final class MonthFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String subject;
    private final transient Function<Texts, String> reason;

    MonthFailed(String key, String subject, Function<Texts, String> reason) {
        super(key + " " + subject);
        this.key = key;
        this.subject = subject;
        this.reason = reason;
    }

    MonthFailed(String key, String subject, List<Finding> findings) {
        this(
                key,
                subject,
                texts -> String.join(" ", findings.stream().map(texts::finding).toList()));
    }

    public String sentence(Texts texts) {
        return texts.localize("month.failed." + key, subject, reason.apply(texts));
    }
}
