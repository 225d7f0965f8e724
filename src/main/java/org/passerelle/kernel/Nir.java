package org.passerelle.kernel;

import java.util.Locale;

/// A French social-security number: thirteen characters and a key of two digits (97 minus the rest).
/// For people born in Corsica the département is 2A or 2B and counts as 19 or 18 in the key.
/// Sensitive (RG-04): [#toString] is masked; it is never a key, in an address or in a log.
public record Nir(String value) {

    public Nir {
        if (!value.matches("[1-478][0-9]{2}(0[1-9]|1[0-2]|[2-3][0-9]|4[0-2]|[5-9][0-9])[0-9][0-9AB][0-9]{8}")) {
            throw new InvalidValue("nir.format", "");
        }
        boolean corsica = value.startsWith("2A", 5) || value.startsWith("2B", 5);
        if (!corsica && !value.matches("[0-9]{15}")) throw new InvalidValue("nir.format", "");
        if (Integer.parseInt(value.substring(13)) != keyOf(value.substring(0, 13))) {
            throw new InvalidValue("nir.key", "");
        }
    }

    /// Accepts spaces and lower case. Fifteen characters, key included.
    ///
    /// @throws InvalidValue `nir.format` or `nir.key`; the number itself is never repeated
    public static Nir of(String text) {
        return new Nir(Keys.compact(text).toUpperCase(Locale.ROOT));
    }

    /// The key that belongs to the first thirteen characters.
    public static int keyOf(String thirteen) {
        var digits = thirteen.replace("2A", "19").replace("2B", "18");
        return (int) (97 - Long.parseLong(digits) % 97);
    }

    /// Sex digit and key only: `1 •• •• •• ••• ••• 42`.
    public String masked() {
        return value.charAt(0) + " •• •• •• ••• ••• " + value.substring(13);
    }

    @Override
    public String toString() {
        return masked();
    }
}
