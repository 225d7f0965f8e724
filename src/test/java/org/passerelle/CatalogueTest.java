package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.law.Law;
import org.passerelle.law.Laws;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;

@DisplayName("The catalogue of rules: each has its sentence in both languages, its class and its test, or says not yet")
class CatalogueTest {

    private static final Path IDS = Path.of("src/test/resources/law-rule-ids.txt");
    private static final Path RULES = Path.of("docs/rules.md");
    private static final String WRITE = "passerelle.rules.write";
    private static final Pattern QUOTED = Pattern.compile("\"((?:PS|CA|PE|ME|SP|CO|DP|SW|IN|EI|KY|UN|RG|BP)-\\d+b?)\"");

    private static final Pattern AS_TEXT = Pattern.compile("(?<![A-Z0-9-])[A-Z]{1,3}-[0-9]+[a-z]?(?![0-9a-z])");
    private static final Pattern AS_NAME = Pattern.compile("(?<![A-Z0-9])([A-Z]{1,3})([0-9]+[a-z]?)_");

    /// The text of a source → the ids in it.
    private final Map<String, Set<String>> named = new IdentityHashMap<>();

    private final Map<String, String> titles = titles();
    private final Map<String, String> main =
            with(sources(Path.of("src/main/java"), ".java"), sources(Path.of("src/main/resources/contracts"), ".yaml"));
    private final Map<String, String> tests = sources(Path.of("src/test/java"), ".java");
    private final Texts french = Texts.in(Language.FR);
    private final Texts english = Texts.in(Language.EN);

    @Test
    void a_rule_that_the_code_names_stands_in_the_catalogue() {
        var named = new TreeSet<String>();
        main.values().forEach(text -> QUOTED.matcher(text).results().forEach(m -> named.add(m.group(1))));

        assertThat(titles.keySet()).containsAll(named);
    }

    @Test
    void a_rule_that_decides_in_a_frame_has_its_sentence_in_both_languages_and_a_test() {
        var rule = Pattern.compile("new Rule\\(\\s*\"([^\"]+)\"");
        var ids = new TreeSet<String>();
        main.forEach((name, text) -> rule.matcher(text).results().forEach(m -> ids.add(m.group(1))));

        assertThat(ids).hasSizeGreaterThan(30).allSatisfy(id -> {
            assertThat(sentences(id, french)).as("French sentence of " + id).isNotEmpty();
            assertThat(sentences(id, english).keySet())
                    .isEqualTo(sentences(id, french).keySet());
            assertThat(naming(id, tests)).as("tests that name " + id).isNotEmpty();
        });
    }

    @Test
    void the_written_catalogue_is_up_to_date() throws IOException {
        var written = document();
        if (Boolean.getBoolean(WRITE) || System.getenv("PASSERELLE_WRITE_RULES") != null) {
            Files.writeString(RULES, written);
        }

        assertThat(Files.readString(RULES))
                .as(
                        "docs/rules.md is out of date; write it with PASSERELLE_WRITE_RULES=yes ./mvnw test -Dtest=CatalogueTest")
                .isEqualTo(written);
    }

    private String document() {
        var text = new StringBuilder("""
                # The rules, and where they are decided

                Written by `CatalogueTest`; do not edit. Each rule of the catalogue of the law with its article, its sentences,
                the classes that know it and the tests that name it. A rule that we do not decide yet says *not yet*.
                After a change: `PASSERELLE_WRITE_RULES=yes ./mvnw test -Dtest=CatalogueTest`.

                """);
        var law = Laws.load().on(LocalDate.of(2026, 11, 23));
        titles.forEach((id, title) -> {
            text.append("## ").append(id).append(" — ").append(title).append("\n\n");
            var classes = naming(id, main);
            var proofs = naming(id, tests);
            if (proofs.isEmpty() || classes.isEmpty()) text.append("*not yet*\n\n");
            article(id, law).forEach(a -> text.append("- Article: ").append(a).append('\n'));
            sentences(id, french)
                    .forEach((key, sentence) -> text.append("- FR `")
                            .append(key)
                            .append("`: ")
                            .append(sentence)
                            .append("\n- EN: ")
                            .append(english.localize(key))
                            .append('\n'));
            if (!classes.isEmpty())
                text.append("- Code: ").append(String.join(", ", classes)).append('\n');
            if (!proofs.isEmpty())
                text.append("- Tests: ").append(String.join(", ", proofs)).append('\n');
            text.append('\n');
        });
        return text.toString().strip() + "\n";
    }

    private static List<String> article(String id, Law law) {
        var articles = new TreeSet<String>();
        for (var code : law.period().versions().keySet()) {
            if (code.equals("article_" + id) || code.startsWith("article_" + id + ".")) articles.add(law.text(code));
        }
        return new ArrayList<>(articles);
    }

    private static Map<String, String> sentences(String id, Texts t) {
        var found = new TreeMap<String, String>();
        for (var key : t.keys()) {
            boolean its = key.equals("rule." + id) || key.startsWith("rule." + id + ".");
            if (its && !key.endsWith(".way")) found.put(key, t.localize(key));
        }
        return found;
    }

    /// Names of the classes whose text has this id: `PS-01`, or `PS01` in a test's name.
    private List<String> naming(String id, Map<String, String> sources) {
        return sources.entrySet().stream()
                .filter(source -> named.computeIfAbsent(source.getValue(), CatalogueTest::idsIn)
                        .contains(id))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> idsIn(String text) {
        var ids = new HashSet<String>();
        AS_TEXT.matcher(text).results().forEach(found -> ids.add(found.group()));
        AS_NAME.matcher(text).results().forEach(found -> ids.add(found.group(1) + "-" + found.group(2)));
        return ids;
    }

    private static Map<String, String> titles() {
        var titles = new java.util.LinkedHashMap<String, String>();
        for (var line : read(IDS).split("\n")) {
            if (line.startsWith("#")) continue;
            var parts = line.split(" \\| ", 2);
            titles.put(parts[0], parts[1]);
        }
        return titles;
    }

    /// The code, and the clauses of the papers, whose mentions name their rule.
    private static Map<String, String> with(Map<String, String> code, Map<String, String> clauses) {
        var all = new TreeMap<>(code);
        all.putAll(clauses);
        return all;
    }

    private static Map<String, String> sources(Path root, String suffix) {
        var sources = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (var file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
                var name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info") && !name.equals("CatalogueTest")) {
                    sources.merge(name, read(file), String::concat);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
