package org.passerelle.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What an applicant said, by the name of the question, in one way of writing: days `2026-11-23`, sums `450.00`,
/// numbers `17.5`, choices by name, `true` and `false`. Holds NIR and IBAN: it prints nothing.
public record Answers(Map<String, String> values) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        values = Map.copyOf(values);
    }

    /// Empty when nothing was said.
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean says(String name, String value) {
        return text(name).equals(value);
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public @Nullable LocalDate day(String name) {
        return read(name, LocalDate::parse);
    }

    public @Nullable Integer whole(String name) {
        return read(name, Integer::valueOf);
    }

    public @Nullable BigDecimal number(String name) {
        return read(name, BigDecimal::new);
    }

    public @Nullable Money money(String name) {
        return read(name, Money::of);
    }

    public @Nullable Rate percent(String name) {
        return read(name, Rate::ofPercent);
    }

    /// Null when nothing was said.
    public @Nullable Boolean yes(String name) {
        return read(name, Boolean::valueOf);
    }

    public <E extends Enum<E>> @Nullable E choice(Class<E> choices, String name) {
        return read(name, text -> Enum.valueOf(choices, text));
    }

    private <V> @Nullable V read(String name, Function<String, V> reader) {
        return has(name) ? reader.apply(text(name)) : null;
    }

    /// With these instead; an empty text takes an answer back.
    public Answers with(Map<String, String> others) {
        var all = new TreeMap<>(values);
        others.forEach((name, value) -> {
            if (value.isEmpty()) all.remove(name);
            else all.put(name, value);
        });
        return new Answers(all);
    }

    @Override
    public String toString() {
        return values.keySet().stream().sorted().toList().toString();
    }
}
