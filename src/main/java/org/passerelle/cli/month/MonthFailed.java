package org.passerelle.cli.month;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;
import org.passerelle.platform.web.Texts;

/// The folder was sound but a door refused what it asks for: a report on a refused mission, an invoice with an
/// obstacle. All that this step refused is told, each with the place in the folder that led to it.
public final class MonthFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param place null when no line of the folder led to it
    /// @param key what was refused, the sentence `month.failed.<key>` about the subject
    record Refusal(@Nullable Place place, String key, String subject, Function<Texts, String> reason) {

        static Refusal of(@Nullable Place place, String key, String subject, List<Finding> findings) {
            return new Refusal(
                    place,
                    key,
                    subject,
                    texts -> String.join(
                            " ", findings.stream().map(texts::finding).toList()));
        }

        String sentence(Texts texts) {
            var sentence = texts.localize("month.failed." + key, subject, reason.apply(texts));
            return place == null ? sentence : place + ": " + sentence;
        }
    }

    private final transient List<Refusal> refusals;

    MonthFailed(List<Refusal> refusals) {
        super(refusals.size() + " refused, the first: " + refusals.getFirst().key() + " "
                + refusals.getFirst().subject());
        this.refusals = List.copyOf(refusals);
    }

    MonthFailed(Refusal refusal) {
        this(List.of(refusal));
    }

    public List<String> sentences(Texts texts) {
        return refusals.stream().map(refusal -> refusal.sentence(texts)).toList();
    }
}
