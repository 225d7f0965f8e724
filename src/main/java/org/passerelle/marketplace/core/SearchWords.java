package org.passerelle.marketplace.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Words as they are looked for: small letters without accents, `C++` and `.NET` as words, and for each what means the
/// same (`marketplace/synonyms.txt`).
public final class SearchWords {

    private static final int MOST = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ELISION = Pattern.compile("\\b(?:[cdjlmnst]|qu)['’]");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, List<String>> SAME = synonyms();

    private SearchWords() {}

    /// The text as it is indexed: technical names that a parser would break are words.
    public static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        var named = bare.replace("c++", " cplusplus ")
                .replace("c#", " csharp ")
                .replace(".net", " dotnet ")
                .replace("node.js", " nodejs ");
        return BETWEEN.matcher(ELISION.matcher(named).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /// Its words of three letters and more, for what a mistyped word may mean.
    public static Set<String> vocabulary(String text) {
        var words = new LinkedHashSet<String>();
        for (var word : plain(text).split(" ")) {
            if (word.length() >= 3 && word.length() <= 40) words.add(word);
        }
        return words;
    }

    /// The words of a question, at most eight; two that mean one thing together stay together.
    public static List<String> asked(String text) {
        var words = plain(text).split(" ");
        var asked = new ArrayList<String>();
        for (int i = 0; i < words.length && asked.size() < MOST; i++) {
            if (words[i].isEmpty()) continue;
            var pair = i + 1 < words.length ? words[i] + " " + words[i + 1] : "";
            if (SAME.containsKey(pair)) {
                asked.add(pair);
                i++;
            } else {
                asked.add(words[i]);
            }
        }
        return asked;
    }

    /// The word and what means the same.
    public static List<String> alternatives(String word) {
        return SAME.getOrDefault(word, List.of(word));
    }

    private static Map<String, List<String>> synonyms() {
        var same = new TreeMap<String, List<String>>();
        try (var in = SearchWords.class.getResourceAsStream("/marketplace/synonyms.txt")) {
            if (in == null) throw new IllegalStateException("no synonyms on the class path");
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var group = new ArrayList<String>();
                for (var word : line.split(",")) group.add(plain(word));
                for (var word : group) {
                    if (same.put(word, List.copyOf(group)) != null) {
                        throw new IllegalStateException("synonym twice: " + word);
                    }
                }
            }
            return same;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
