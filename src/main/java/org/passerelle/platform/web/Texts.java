package org.passerelle.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.passerelle.kernel.Finding;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Everything that is read on a screen, in one language: sentences by key, money, percent, dates.
///
/// The sentences are the files `messages/*.fr.properties` and `messages/*.en.properties` of the class path (UTF-8).
/// A placeholder is `{0}`, `{1}` … or `{name}`; nothing else is special. Usable without a web server:
/// `Texts.in(Language.FR)`.
public final class Texts {

    private static final Pattern SUM = Pattern.compile("-?[0-9]+\\.[0-9]{2} EUR");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01])");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)? %");
    private static final char NARROW = '\u202F';
    private static final char NO_BREAK = '\u00A0';
    private static final char MINUS = '\u2212';
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Texts FRENCH = new Texts(Language.FR, sentences(Language.FR));
    private static final Texts ENGLISH = new Texts(Language.EN, sentences(Language.EN));

    private final Language language;
    private final Map<String, String> sentences;
    private final DateTimeFormatter date = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private final DateTimeFormatter longDate;
    private final DateTimeFormatter month;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter moment =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(PARIS);

    private Texts(Language language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
        this.longDate = DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale());
        this.month = DateTimeFormatter.ofPattern("MMMM yyyy", language.locale());
        this.weekday = DateTimeFormatter.ofPattern("EEEE d MMMM", language.locale());
    }

    public static Texts in(Language language) {
        return language == Language.EN ? ENGLISH : FRENCH;
    }

    public Language language() {
        return language;
    }

    /// `fr` or `en`.
    public String code() {
        return language.code();
    }

    public boolean has(String key) {
        return sentences.containsKey(key);
    }

    /// Every key known in this language.
    public Set<String> keys() {
        return new TreeSet<>(sentences.keySet());
    }

    /// The sentence of a key, with `{0}`, `{1}` … replaced. A key that nobody wrote comes back as itself, so that
    /// a page still opens; a test finds it before a reader does.
    public String localize(String key, Object... values) {
        String sentence = sentences.getOrDefault(key, key);
        if (values.length == 0 || sentence.indexOf('{') < 0) return sentence;
        for (int i = 0; i < values.length; i++) {
            sentence = sentence.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return sentence;
    }

    /// The sentence of a key, with `{name}` replaced by the value of that name.
    public String localize(String key, Map<String, String> values) {
        String sentence = sentences.getOrDefault(key, key);
        if (sentence.indexOf('{') < 0) return sentence;
        for (var value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    /// What a rule found, as a sentence. Data such as `1234.50 EUR`, `8.5 %` and
    /// `2026-10-31` are written in the reader's way.
    public String finding(Finding finding) {
        return localize(finding.messageKey(), readable(finding.data()));
    }

    /// What to do instead: `rule.<id>.<variant>.way`, or else `rule.<id>.way`; empty when nobody wrote one.
    public Optional<String> wayOut(Finding finding) {
        return Stream.of(finding.messageKey() + ".way", "rule." + finding.ruleId() + ".way")
                .filter(this::has)
                .findFirst()
                .map(key -> localize(key, readable(finding.data())));
    }

    private Map<String, String> readable(Map<String, String> data) {
        var readable = new HashMap<String, String>();
        data.forEach((name, value) -> readable.put(name, readable(value)));
        return readable;
    }

    private String readable(String value) {
        if (SUM.matcher(value).matches()) return money(Money.of(value.substring(0, value.length() - 4)));
        if (PERCENT.matcher(value).matches()) return percent(Rate.ofPercent(value.substring(0, value.length() - 2)));
        if (DECIMAL.matcher(value).matches()) return number(new BigDecimal(value));
        if (DAY.matcher(value).matches()) return longDate(LocalDate.parse(value));
        return value;
    }

    /// What is wrong with a typed value, as a sentence.
    public String error(InvalidValue invalid) {
        return localize("value." + invalid.code(), invalid.text());
    }

    /// `1 234,56 €` in French, `€1,234.56` in English; a true minus before a negative sum. Never rounded.
    public String money(Money money) {
        boolean french = language == Language.FR;
        var text = new StringBuilder(20);
        if (money.isNegative()) text.append(MINUS);
        if (!french) text.append('€');
        long cents = money.cents();
        grouped(text, Math.abs(cents / 100), french ? NARROW : ',');
        int rest = (int) Math.abs(cents % 100);
        text.append(french ? ',' : '.').append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10));
        if (french) text.append(NO_BREAK).append('€');
        return text.toString();
    }

    /// `5,5 %` in French, `5.5%` in English; all decimals that the rate has, none that it lacks.
    public String percent(Rate rate) {
        return language == Language.FR ? number(rate.percent()) + NO_BREAK + '%' : number(rate.percent()) + '%';
    }

    /// A plain number: `0,5`, `1 607`.
    public String number(BigDecimal number) {
        var plain =
                number.signum() == 0 ? "0" : number.abs().stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var text = new StringBuilder();
        if (number.signum() < 0) text.append(MINUS);
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) text.append(language == Language.FR ? NARROW : ',');
            text.append(whole.charAt(i));
        }
        if (point >= 0) text.append(language == Language.FR ? ',' : '.').append(plain, point + 1, plain.length());
        return text.toString();
    }

    /// For tables: `22/11/2026`.
    public String date(LocalDate day) {
        return date.format(day);
    }

    /// For sentences: `22 novembre 2026`, `1er novembre 2026`.
    public String longDate(LocalDate day) {
        var text = longDate.format(day);
        return language == Language.FR && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }

    /// `dimanche 22 novembre`.
    public String weekday(LocalDate day) {
        return weekday.format(day);
    }

    /// `octobre 2026`.
    public String month(Month value) {
        return month.format(value.value());
    }

    /// For sentences: `d’octobre 2026`, `de novembre 2026`; `of October 2026`.
    public String ofMonth(Month value) {
        var name = month(value);
        if (language == Language.EN) return "of " + name;
        return "aeiouyàâéèêëîïôùûü".indexOf(name.charAt(0)) < 0 ? "de " + name : "d’" + name;
    }

    /// A moment as it was in Paris: `22/11/2026 14:05`.
    public String moment(Instant instant) {
        return moment.format(instant);
    }

    private static void grouped(StringBuilder text, long whole, char separator) {
        var digits = Long.toString(whole);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) text.append(separator);
            text.append(digits.charAt(i));
        }
    }

    private static Map<String, String> sentences(Language language) {
        var all = new HashMap<String, String>();
        try {
            var files = new PathMatchingResourcePatternResolver(Texts.class.getClassLoader())
                    .getResources("classpath*:messages/*." + language.code() + ".properties");
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                var read = new Properties();
                try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    read.load(in);
                }
                for (var key : read.stringPropertyNames()) {
                    all.putIfAbsent(key, read.getProperty(key));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
