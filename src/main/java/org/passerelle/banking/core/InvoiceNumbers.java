package org.passerelle.banking.core;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds invoice numbers in what a payer typed: `FA-2026-000012`, `fa 2026 000012`, `FA2026000012`, `FA 2026
/// 12`.
final class InvoiceNumbers {

    private static final String SEPARATOR = "[ _./:\\-]{0,2}";
    private static final Pattern GROUPS = Pattern.compile("(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])|[^A-Z0-9]+");
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
            var stripped = last.replaceFirst("^0+(?=[0-9])", "");
            int zeros = last.length() - stripped.length();
            head.append("|[ _./:\\-]{1,2}0{0,").append(zeros).append("}");
            head.append(Pattern.quote(stripped)).append(")");
        }
        return Pattern.compile(head.append("(?![0-9])").toString());
    }
}
