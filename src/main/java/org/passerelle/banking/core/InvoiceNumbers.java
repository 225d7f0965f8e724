package org.passerelle.banking.core;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds invoice numbers in what a payer typed: `FA-2026-000012`, `fa 2026 000012`, `FA2026000012`, `FA 2026
/// 12`.
final class InvoiceNumbers {

    private static final String SEPARATOR = "[ _./:\\-]{0,2}";
    private static final Pattern GROUPS = Pattern.compile("(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])|[^A-Z0-9]+");
    private static final int MOST_DIGITS = 12;
    private static final int MOST_KEPT = 20_000;
    private static final Map<String, Pattern> KEPT = new ConcurrentHashMap<>();

    private InvoiceNumbers() {}

    /// Capital letters without accents.
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00A0\\u2010-\\u2015]", " ");
    }

    /// The last group of a number without the zeros before it, by which it is looked up; empty when it is not
    /// made of digits.
    static String lastGroup(String number) {
        var groups = GROUPS.split(fold(number));
        var last = groups.length == 0 ? "" : groups[groups.length - 1];
        return last.matches("[0-9]{1,%d}".formatted(MOST_DIGITS)) ? stripped(last) : "";
    }

    /// Every last group that a text may end a number with: the ends of each run of digits.
    ///
    /// @param folded see [#fold]
    static Set<String> lastGroups(String folded) {
        var groups = new HashSet<String>();
        int digits = 0;
        for (int end = 1; end <= folded.length(); end++) {
            digits = isDigit(folded.charAt(end - 1)) ? digits + 1 : 0;
            if (digits == 0 || end < folded.length() && isDigit(folded.charAt(end))) continue;
            for (int length = 1; length <= Math.min(digits, MOST_DIGITS); length++) {
                groups.add(stripped(folded.substring(end - length, end)));
            }
        }
        return groups;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String stripped(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') start++;
        return digits.substring(start);
    }

    /// @param folded see [#fold]
    static boolean names(String folded, String number) {
        if (KEPT.size() > MOST_KEPT) KEPT.clear();
        return KEPT.computeIfAbsent(number, InvoiceNumbers::pattern)
                .matcher(folded)
                .find();
    }

    /// The groups of the number in their order, whatever separates them; zeros before the last group may be
    /// missing when a separator shows where it begins.
    private static Pattern pattern(String number) {
        var groups = GROUPS.split(fold(number));
        var head = new StringBuilder("(?<![A-Z0-9])");
        for (int i = 0; i < groups.length - 1; i++) {
            if (i > 0) head.append(SEPARATOR);
            head.append(Pattern.quote(groups[i]));
        }
        var last = groups[groups.length - 1];
        if (groups.length > 1) head.append("(?:").append(SEPARATOR);
        head.append(Pattern.quote(last));
        if (groups.length > 1) {
            var stripped = stripped(last);
            int zeros = last.length() - stripped.length();
            head.append("|[ _./:\\-]{1,2}0{0,").append(zeros).append("}");
            head.append(Pattern.quote(stripped)).append(")");
        }
        return Pattern.compile(head.append("(?![0-9])").toString());
    }
}
