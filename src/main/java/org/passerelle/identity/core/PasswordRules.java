package org.passerelle.identity.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.kernel.InvalidValue;

/// What a password must be: long, and more than words that everybody tries (S-02). No composition rule, no expiry.
public final class PasswordRules {

    /// Characters at least.
    public static final int SHORTEST = 15;

    /// Characters at most: enough for any sentence, too few to keep the machine busy.
    public static final int LONGEST = 256;

    /// What must remain, in different characters, once common words, digits and signs are taken away.
    private static final int LEAST_OWN = 5;

    private final List<String> common;

    /// @param common words that everybody tries, in lower case
    public PasswordRules(Collection<String> common) {
        this.common = longestFirst(common);
    }

    /// @param context words of this person and this house: name, e-mail, operator
    /// @throws InvalidValue `password.short`, `password.long`, `password.common`
    public void check(String password, Collection<String> context) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) throw new InvalidValue("password.short", "");
        if (length > LONGEST) throw new InvalidValue("password.long", "");
        var typed = password.toLowerCase(Locale.ROOT);
        if (Math.min(own(typed, context), own(plain(typed), context)) < LEAST_OWN) {
            throw new InvalidValue("password.common", "");
        }
    }

    /// How many different letters remain once the common words are taken away.
    private long own(String text, Collection<String> context) {
        var rest = text;
        for (var word : longestFirst(context)) rest = without(rest, word);
        for (var word : common) rest = without(rest, word);
        return rest.chars().filter(Character::isLetter).distinct().count();
    }

    /// The usual disguises: `p@ssw0rd` is `password`.
    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('5', 's')
                .replace('$', 's');
    }

    private static String without(String text, String word) {
        return word.length() < 3 ? text : text.replace(word, " ");
    }

    private static List<String> longestFirst(Collection<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT).strip())
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
