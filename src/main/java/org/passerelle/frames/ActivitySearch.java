package org.passerelle.frames;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds activities by what people type: no accents, no plurals, the beginning of a word, one or two wrong letters.
/// Every word typed must be found, unless nothing has them all: then the most words win, if one of them is sure.
/// What stands in the name weighs more than the other words.
final class ActivitySearch {

    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "un", "une", "of",
            "the", "and", "je", "j", "suis", "mon", "ma", "mes", "pour", "chez", "avec", "fais", "faire");
    private static final List<String> ENDINGS = List.of(
            "ations", "ation", "trices", "trice", "teurs", "teur", "euses", "euse", "eurs", "eur", "ements", "ement",
            "ages", "age", "ieres", "iere", "iers", "ier", "istes", "iste", "ies", "ie", "es", "s", "x", "e");
    private static final int SHORTEST_STEM = 4;

    private static final int SURE = 6;

    private record Word(String text, String stem) {

        static Word of(String text) {
            return new Word(text, ActivitySearch.stem(text));
        }
    }

    private record Entry(Activity activity, List<Word> name, List<Word> others) {}

    private record Hit(Activity activity, int score, int position) {}

    private final List<Entry> entries;

    ActivitySearch(Collection<Activity> activities) {
        entries = activities.stream().map(ActivitySearch::entry).toList();
    }

    private static Entry entry(Activity activity) {
        var others = new ArrayList<String>();
        activity.words().forEach(w -> others.addAll(words(w)));
        others.addAll(words(activity.en()));
        return new Entry(activity, stems(words(activity.fr())), stems(others));
    }

    private static List<Word> stems(List<String> words) {
        return words.stream().distinct().map(Word::of).toList();
    }

    List<Activity> find(String text, int limit) {
        var typed = stems(words(text));
        if (typed.isEmpty()) return List.of();
        var hits = hits(text, typed, true);
        if (hits.isEmpty() && typed.size() > 1) hits = hits(text, typed, false);
        hits.sort(Comparator.comparingInt(Hit::score).reversed().thenComparingInt(Hit::position));
        return hits.stream().limit(limit).map(Hit::activity).toList();
    }

    private List<Hit> hits(String text, List<Word> typed, boolean all) {
        var hits = new ArrayList<Hit>();
        for (var entry : entries) {
            boolean named = entry.activity().code().equalsIgnoreCase(text.strip());
            int score = named ? Integer.MAX_VALUE : score(entry, typed, all);
            if (score > 0) hits.add(new Hit(entry.activity(), score, hits.size()));
        }
        return hits;
    }

    private static int score(Entry entry, List<Word> typed, boolean all) {
        int sum = 0;
        boolean sure = false;
        for (var word : typed) {
            int name = best(entry.name(), word);
            int others = best(entry.others(), word);
            if (all && name == 0 && others == 0) return 0;
            sure |= Math.max(name, others) >= SURE;
            sum += 2 * name + others;
        }
        return all || sure ? sum : 0;
    }

    private static int best(List<Word> candidates, Word word) {
        int best = 0;
        for (var candidate : candidates) best = Math.max(best, likeness(candidate, word));
        return best;
    }

    /// 10 the same word, 7 its beginning, 6 the same stem, 5 one letter off, 4 the beginning of the stem, 3 two letters
    /// off in a long word, 0 none.
    private static int likeness(Word candidate, Word word) {
        var text = word.text();
        if (candidate.text().equals(text)) return 10;
        if (candidate.text().startsWith(text)) return 7;
        var stem = word.stem();
        if (stem.length() >= SHORTEST_STEM && candidate.stem().equals(stem)) return 6;
        int allowed = text.length() >= 8 ? 2 : text.length() >= 4 ? 1 : 0;
        boolean near = allowed > 0 && Math.abs(candidate.text().length() - text.length()) <= allowed;
        int wrong = near ? distance(candidate.text(), text, allowed) : allowed + 1;
        if (wrong <= allowed) return wrong == 1 ? 5 : 3;
        return stem.length() >= SHORTEST_STEM + 2 && candidate.text().startsWith(stem) ? 4 : 0;
    }

    private static List<String> words(String text) {
        var plain = Normalizer.normalize(text.replace("œ", "oe").replace("Œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z0-9]+"))
                .filter(w -> !w.isEmpty() && !SMALL_WORDS.contains(w))
                .toList();
    }

    private static String stem(String word) {
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /// Letters to change, add, drop or swap with their neighbour; a number above [#limit] when there are more.
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) return limit + 1;
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) rows[i][0] = i;
        for (int j = 0; j <= b.length(); j++) rows[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                rows[i][j] = swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
            }
        }
        return rows[a.length()][b.length()];
    }
}
