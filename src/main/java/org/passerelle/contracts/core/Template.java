package org.passerelle.contracts.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.contracts.Clause;
import org.passerelle.contracts.Fact;
import org.passerelle.contracts.Mention;
import org.passerelle.contracts.Missing;
import org.passerelle.contracts.Paper;
import org.passerelle.contracts.PaperKind;
import org.passerelle.contracts.Party;

/// A kind of paper: its clauses with blanks, and what the law wants to find in it.
///
/// @param signers in the order in which they sign
public record Template(
        PaperKind kind, String title, List<Party> signers, List<Mention> mentions, List<BlankClause> clauses) {

    private static final Pattern BLANK = Pattern.compile("\\{([a-z_]+\\.[a-z_]+)\\}");

    private static final Pattern SPACE_BEFORE_SIGN = Pattern.compile(" ([:;!?»])");

    /// Stands where a blank is not filled, in a draft that cannot be signed.
    public static final String OPEN = "[à compléter]";

    public Template {
        signers = List.copyOf(signers);
        mentions = List.copyOf(mentions);
        clauses = List.copyOf(clauses);
    }

    /// @param when key of a fact without which the clause is left out, or empty
    /// @param unless key of a fact with which the clause is left out, or empty
    public record BlankClause(String heading, String text, List<String> carries, String when, String unless) {

        public BlankClause {
            carries = List.copyOf(carries);
        }

        boolean isIn(Map<String, String> facts) {
            return (when.isEmpty() || isSaid(facts, when)) && (unless.isEmpty() || !isSaid(facts, unless));
        }

        /// The blanks in the order of the text.
        Set<String> blanks() {
            var found = new LinkedHashSet<String>();
            BLANK.matcher(text).results().forEach(one -> found.add(one.group(1)));
            return found;
        }

        boolean isFull(Map<String, String> facts) {
            return blanks().stream().allMatch(key -> isSaid(facts, key));
        }
    }

    /// All blanks, in the order of the text.
    public Set<String> blanks() {
        var found = new LinkedHashSet<String>();
        for (var clause : clauses) found.addAll(clause.blanks());
        return found;
    }

    /// The paper with these facts, and what it lacks.
    ///
    /// @param names every fact there is
    public Paper fill(Map<String, String> facts, Map<String, Fact> names) {
        var filled = new ArrayList<Clause>();
        for (var clause : clauses) {
            if (clause.isIn(facts)) filled.add(new Clause(clause.heading, text(clause, facts), clause.carries));
        }
        return new Paper(kind, title, filled, mentions, missing(filled, facts, names));
    }

    private List<Missing> missing(List<Clause> filled, Map<String, String> facts, Map<String, Fact> names) {
        var missing = new ArrayList<Missing>();
        for (var mention : mentions) {
            var carriers = clauses.stream()
                    .filter(clause -> clause.carries.contains(mention.id()) && clause.isIn(facts))
                    .toList();
            boolean said = carriers.stream().anyMatch(clause -> clause.isFull(facts));
            boolean worded = mention.words().isEmpty()
                    || filled.stream().anyMatch(clause -> clause.text().contains(mention.words()));
            if (said && worded) continue;
            var open = new LinkedHashSet<Fact>();
            for (var clause : carriers) {
                for (var key : clause.blanks()) {
                    if (!isSaid(facts, key)) open.add(named(key, names));
                }
            }
            missing.add(new Missing(mention, List.copyOf(open)));
        }
        return missing;
    }

    private static Fact named(String key, Map<String, Fact> names) {
        var fact = names.get(key);
        if (fact == null) throw new IllegalStateException("no fact " + key);
        return fact;
    }

    private static String text(BlankClause clause, Map<String, String> facts) {
        var filled = BLANK.matcher(clause.text).replaceAll(one -> {
            var value = facts.getOrDefault(one.group(1), "").strip();
            if (value.isEmpty()) return Matcher.quoteReplacement(OPEN);
            var said = withoutStop(value);
            return Matcher.quoteReplacement(opensSentence(clause.text, one.start()) ? capital(said) : said);
        });
        return SPACE_BEFORE_SIGN.matcher(filled).replaceAll("\u00A0$1").replace("« ", "«\u00A0");
    }

    private static boolean opensSentence(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || at >= 2 && text.startsWith(". ", at - 2);
    }

    private static String capital(String text) {
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.FRENCH) + text.substring(end);
    }

    /// The template ends the sentence itself.
    private static String withoutStop(String value) {
        return value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
    }

    private static boolean isSaid(Map<String, String> facts, String key) {
        return !facts.getOrDefault(key, "").isBlank();
    }
}
