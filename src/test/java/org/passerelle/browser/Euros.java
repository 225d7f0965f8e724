package org.passerelle.browser;

import java.util.regex.Pattern;
import org.passerelle.kernel.Money;

/// Reads sums as the French screens and papers write them: `1 234,56 €`.
final class Euros {

    private static final Pattern SUM = Pattern.compile("([−-]?)((?:\\d{1,3}(?:[\\s\u00A0\u202F]\\d{3})+|\\d+),\\d{2})");

    private Euros() {}

    /// The first sum of a text.
    static Money in(String text) {
        var found = SUM.matcher(text);
        if (!found.find()) throw new AssertionError("no sum in: " + text);
        var amount = Money.of(found.group(2).replaceAll("[\\s\u00A0\u202F]", "").replace(',', '.'));
        return found.group(1).isEmpty() ? amount : amount.negated();
    }

    /// A sum as it is written, with plain spaces.
    static String written(Money sum) {
        return org.passerelle.platform.web.Texts.in(org.passerelle.platform.web.Language.FR)
                .money(sum)
                .replaceAll("[\u00A0\u202F]", " ");
    }
}
