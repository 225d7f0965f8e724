package org.passerelle.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;

@DisplayName("Texts: what is read on a screen, in French and in English")
class TextsTest {

    private static final Texts FR = Texts.in(Language.FR);
    private static final Texts EN = Texts.in(Language.EN);

    @ParameterizedTest(name = "{0} euros are {1} in French and {2} in English")
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0,00_€            | €0.00
            0.05       | 0,05_€            | €0.05
            -0.05      | −0,05_€           | −€0.05
            999.99     | 999,99_€          | €999.99
            1234.56    | 1~234,56_€        | €1,234.56
            -1234567.8 | −1~234~567,80_€   | −€1,234,567.80
            """)
    void money_is_grouped_by_narrow_spaces_and_never_rounded(String euros, String french, String english) {
        assertThat(FR.money(Money.of(euros)))
                .isEqualTo(french.replace('~', '\u202F').replace('_', '\u00A0'));
        assertThat(EN.money(Money.of(euros))).isEqualTo(english);
    }

    @ParameterizedTest(name = "{0} percent is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            5.5   | 5,5_%
            20    | 20_%
            0.016 | 0,016_%
            0     | 0_%
            """)
    void percent_keeps_all_decimals(String percent, String french) {
        assertThat(FR.percent(Rate.ofPercent(percent))).isEqualTo(french.replace('_', '\u00A0'));
    }

    @Test
    void days_are_short_in_tables_and_long_in_sentences() {
        var day = LocalDate.of(2026, 11, 22);
        assertThat(FR.date(day)).isEqualTo("22/11/2026");
        assertThat(FR.longDate(day)).isEqualTo("22 novembre 2026");
        assertThat(FR.longDate(LocalDate.of(2026, 8, 1))).isEqualTo("1er août 2026");
        assertThat(EN.longDate(day)).isEqualTo("22 November 2026");
        assertThat(FR.month(Month.of(2026, 10))).isEqualTo("octobre 2026");
    }

    @Test
    void a_wrong_value_says_what_is_wrong() {
        assertThat(FR.error(new InvalidValue("siren.key", "123456789")))
                .isEqualTo("le SIREN 123456789 comporte une erreur\u00A0: sa clé de contrôle ne correspond pas.");
    }

    @Test
    void both_languages_hold_the_same_keys() {
        assertThat(EN.keys()).isEqualTo(FR.keys());
    }

    @Test
    void both_languages_name_the_same_values() {
        var differing = new TreeSet<String>();
        for (var key : FR.keys()) {
            if (!placeholders(FR.localize(key)).equals(placeholders(EN.localize(key)))) differing.add(key);
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void no_key_used_in_a_template_or_in_the_kernel_is_missing() throws IOException {
        var missing = new TreeMap<String, Path>();
        collect(Path.of("src/main/jte"), ".jte", Pattern.compile("localize\\(\"([^\"]+)\"(?!\\s*\\+)"), "", missing);
        collect(
                Path.of("src/main/java"),
                ".java",
                Pattern.compile("t\\.localize\\(\\s*\"([^\"]+)\"(?!\\s*\\+)"),
                "",
                missing);
        collect(
                Path.of("src/main/java"),
                ".java",
                Pattern.compile("new InvalidValue\\(\\s*\"([^\"]+)\""),
                "value.",
                missing);
        assertThat(missing).isEmpty();
    }

    @Test
    void no_key_has_two_sentences() throws IOException {
        var seen = new TreeSet<String>();
        var twice = new TreeSet<String>();
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file :
                    files.filter(f -> f.toString().endsWith(".fr.properties")).toList()) {
                var read = new Properties();
                try (var in = Files.newBufferedReader(file)) {
                    read.load(in);
                }
                for (var key : read.stringPropertyNames()) if (!seen.add(key)) twice.add(key);
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void a_french_colon_semicolon_mark_and_closing_quote_follow_a_no_break_space() {
        var wrong = Pattern.compile("[^\u00A0\u202F][:;!?](\\s|$)|[^\u00A0\u202F]»|«[^\u00A0\u202F]");
        assertThat(FR.keys().stream()
                        .filter(key -> !key.equals("ui.colon"))
                        .filter(key -> wrong.matcher(FR.localize(key)).find())
                        .toList())
                .isEmpty();
    }

    private static void collect(Path root, String ending, Pattern use, String prefix, TreeMap<String, Path> missing)
            throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                var matcher = use.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!FR.has(prefix + matcher.group(1))) missing.put(prefix + matcher.group(1), file);
                }
            }
        }
    }

    private static TreeSet<String> placeholders(String sentence) {
        var all = new TreeSet<String>();
        var matcher = Pattern.compile("\\{[^}]+}").matcher(sentence);
        // A value in the reader's language may carry the language in its name: {activity} and {activityEn}.
        while (matcher.find()) all.add(matcher.group().replace("En}", "}"));
        return all;
    }
}
