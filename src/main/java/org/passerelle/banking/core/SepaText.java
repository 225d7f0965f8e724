package org.passerelle.banking.core;

import java.text.Normalizer;

/// The characters that every bank of the SEPA area takes: `a-z A-Z 0-9 / - ? : ( ) . , ' +` and space.
public final class SepaText {

    private SepaText() {}

    /// Rewrites a name or text; what has no equivalent becomes a dot.
    ///
    /// @param most longest result, in characters
    public static String text(String text, int most) {
        var known = text.replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("đ", "d")
                .replace("Đ", "D")
                .replace("&", "+")
                .replace("’", "'")
                .replace("‘", "'")
                .replaceAll("[\\u2010-\\u2015_]", "-")
                .replace("€", "EUR");
        var plain = Normalizer.normalize(known, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .replaceAll("[^a-zA-Z0-9/\\-?:().,'+ ]", ".")
                .strip();
        return plain.length() <= most ? plain : plain.substring(0, most).strip();
    }

    /// @return the same id
    /// @throws IllegalArgumentException when it is empty, too long or holds what an id must not hold
    public static String id(String id) {
        if (!id.matches("[a-zA-Z0-9\\-?:().,'+ /]{1,35}")
                || id.startsWith("/")
                || id.endsWith("/")
                || id.contains("//")
                || !id.equals(id.strip())) {
            throw new IllegalArgumentException("no SEPA id: " + id);
        }
        return id;
    }
}
