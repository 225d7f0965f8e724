package org.passerelle.joining.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.joining.Answers;

/// One question.
///
/// @param name of the answer and of the field
/// @param must whether the file is incomplete without it
/// @param when asked only if another answer is one of these; null for always
/// @param choices names, for [Kind#CHOICE]
public record Ask(
        String name, Kind kind, boolean must, @Nullable When when, List<String> choices) {

    /// What an answer looks like.
    public enum Kind {
        TEXT,
        DATE,
        EMAIL,
        NIR,
        IBAN,
        SIREN,
        MONEY,
        NUMBER,
        WHOLE,
        PERCENT,
        YES_NO,
        CHOICE,
        CHECK,
        ACTIVITY
    }

    /// @param values of the other answer
    public record When(String name, List<String> values) {}

    static Ask of(Kind kind, String name) {
        return new Ask(name, kind, true, null, List.of());
    }

    static Ask choice(String name, String... names) {
        return new Ask(name, Kind.CHOICE, true, null, List.of(names));
    }

    Ask optional() {
        return new Ask(name, kind, false, when, choices);
    }

    Ask when(String other, String... values) {
        return new Ask(name, kind, must, new When(other, List.of(values)), choices);
    }

    /// Whether it is asked, given what was said so far.
    public boolean isAskedOf(Answers answers) {
        return when == null || when.values.contains(answers.text(when.name));
    }
}
