package org.passerelle.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// Reads what was typed in a form, field by field, and keeps every error instead of stopping at the first.
///
/// ```
/// var typed = new Typed(request.getParameterMap(), t);
/// var siren = typed.value("siren", Siren::of);     // null when empty or wrong
/// if (typed.hasErrors()) return unprocessable(…);  // typed.error("siren") is the sentence
/// ```
public final class Typed {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]{1,20}(?:\\.[0-9]{0,20})?|\\.[0-9]{1,20})");

    private final Map<String, String[]> parameters;
    private final Texts t;
    private final Map<String, String> errors = new LinkedHashMap<>();

    public Typed(Map<String, String[]> parameters, Texts t) {
        this.parameters = parameters;
        this.t = t;
    }

    /// What was typed, stripped; empty when nothing was.
    public String text(String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    public String mustText(String name) {
        var text = text(name);
        if (text.isEmpty()) refuse(name, t.localize("value.required"));
        else if (text.length() > 500) refuse(name, t.localize("value.text.long"));
        return text;
    }

    /// What was typed, empty when nothing was; too long a text is an error.
    public String someText(String name) {
        return text(name).isEmpty() ? "" : mustText(name);
    }

    /// @param reader throws [InvalidValue] when the text is no such value
    /// @return null when nothing was typed, or when it is wrong (then [#error] knows why)
    public <V> @Nullable V value(String name, Function<String, V> reader) {
        var text = text(name);
        if (text.isEmpty()) return null;
        try {
            return reader.apply(text);
        } catch (InvalidValue e) {
            refuse(name, t.error(e));
            return null;
        }
    }

    /// As [#value], but an empty field is an error too.
    public <V> @Nullable V must(String name, Function<String, V> reader) {
        if (text(name).isEmpty()) refuse(name, t.localize("value.required"));
        return value(name, reader);
    }

    public boolean checked(String name) {
        return "on".equals(text(name)) || "true".equals(text(name));
    }

    /// The name of this act, from the form's hidden field (`ui/intent.jte`, R-11).
    ///
    /// @throws InvalidValue `id.format` when it is missing or no UUID
    public UUID intent() {
        return DocumentId.of(text("intent")).value();
    }

    public void refuse(String name, String sentence) {
        errors.putIfAbsent(name, sentence);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /// The field with what was typed in it and its error.
    public Field back(Field field) {
        return field.value(text(field.name())).error(error(field.name()));
    }

    /// Euros as people type them: `1 234,56`, `1234.56`, `1234,5 €`.
    public static Money money(String text) {
        return Money.of(decimal(text, "money.format"));
    }

    /// A number as people type it: `0,5`.
    public static BigDecimal number(String text) {
        return new BigDecimal(decimal(text, "number.format"));
    }

    /// One of the values of a select.
    ///
    /// @throws InvalidValue `choice.unknown` for anything else
    public static <E extends Enum<E>> E choice(Class<E> choices, String text) {
        for (var one : choices.getEnumConstants()) if (one.name().equals(text)) return one;
        throw new InvalidValue("choice.unknown", shortened(text));
    }

    /// A number without decimals.
    public static Integer whole(String text) {
        try {
            return Integer.valueOf(plain(text));
        } catch (NumberFormatException e) {
            throw new InvalidValue("number.format", shortened(text));
        }
    }

    /// A day as the browser sends it (`2026-11-22`) or as people type it (`22/11/2026`).
    public static LocalDate date(String text) {
        try {
            var parts = text.split("/", -1);
            if (text.length() != 10) throw new InvalidValue("date.format", shortened(text)); // years of four digits
            if (parts.length == 3) return LocalDate.parse(parts[2] + "-" + parts[1] + "-" + parts[0]);
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("date.format", text);
        }
    }

    /// Digits and one point, no exponent: `1e999999999` would be written out to its last zero.
    private static String decimal(String text, String code) {
        var plain = text.length() > 60 ? "" : plain(text);
        if (!DECIMAL.matcher(plain).matches()) throw new InvalidValue(code, shortened(text));
        return plain;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00A0\u202F€]", "").replace(',', '.').replace('\u2212', '-');
    }
}
