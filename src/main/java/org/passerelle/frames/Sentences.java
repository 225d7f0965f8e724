package org.passerelle.frames;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Finding;

/// The sentences of the rules in French and English (`messages/frames.*.properties`), for whoever has no web page
/// around.
public final class Sentences {

    private static final Pattern SUM = Pattern.compile("-?[0-9]+\\.[0-9]{2} EUR");
    private static final Pattern PERCENT = Pattern.compile("-?[0-9.]+ %");
    private static final Pattern GROUPS = Pattern.compile("(?<=[0-9])(?=([0-9]{3})+$)");
    private static final String NARROW = "\u202F";
    private static final String NO_BREAK = "\u00A0";

    private static final Properties FRENCH = read("fr");
    private static final Properties ENGLISH = read("en");

    private Sentences() {}

    /// What the rule says.
    public static String of(Finding finding, Locale language) {
        return filled(required(finding.messageKey(), language), finding.data(), language);
    }

    /// What to do instead; for many an INFO there is nothing to do.
    public static Optional<String> wayOut(Finding finding, Locale language) {
        return Optional.ofNullable(text(finding.messageKey() + ".way", language))
                .map(t -> filled(t, finding.data(), language));
    }

    /// The question to ask.
    public static String of(Fact fact, Locale language) {
        return required("question." + fact.code(), language);
    }

    /// What an indicator of the dependence score means.
    public static String of(Sign sign, Locale language) {
        return required("sign." + sign.name(), language);
    }

    static String list(List<Sign> signs, Locale language) {
        return signs.stream()
                .map(s -> of(s, language))
                .collect(java.util.stream.Collectors.joining(
                        language.getLanguage().equals("en") ? "; " : NO_BREAK + "; "));
    }

    private static String required(String key, Locale language) {
        var text = text(key, language);
        if (text == null) throw new IllegalStateException("no message " + key + " in " + language);
        return text;
    }

    private static @Nullable String text(String key, Locale language) {
        return (language.getLanguage().equals("en") ? ENGLISH : FRENCH).getProperty(key);
    }

    private static String filled(String text, Map<String, String> data, Locale language) {
        var filled = text;
        for (var entry : data.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", readable(entry.getValue(), language));
        }
        return filled;
    }

    /// `1234.50 EUR` as `1 234,50 €`, `8.5 %` as `8,5 %`; anything else as it is.
    private static String readable(String value, Locale language) {
        boolean english = language.getLanguage().equals("en");
        if (SUM.matcher(value).matches()) {
            var grouped = GROUPS.matcher(value.substring(0, value.length() - 7)).replaceAll(english ? "," : NARROW);
            var cents = value.substring(value.length() - 6, value.length() - 4);
            return english ? "€" + grouped + "." + cents : grouped + "," + cents + NO_BREAK + "€";
        }
        if (!PERCENT.matcher(value).matches()) return value;
        return english ? value.replace(" ", "") : value.replace('.', ',').replace(" ", NO_BREAK);
    }

    private static Properties read(String language) {
        var file = "/messages/frames." + language + ".properties";
        try (var in = Sentences.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file + " on the class path");
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
