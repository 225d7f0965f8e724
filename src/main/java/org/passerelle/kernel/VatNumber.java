package org.passerelle.kernel;

import java.util.regex.Pattern;

/// An intra-community VAT number. The key of a French one is checked, of the others only the shape.
public record VatNumber(String value) {

    private static final Pattern FRENCH = Pattern.compile("FR[0-9A-HJ-NP-Z]{2}[0-9]{9}");
    private static final Pattern ANY = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,13}");

    public VatNumber {
        if (!ANY.matcher(value).matches()) throw new InvalidValue("vat.format", value);
        if (value.startsWith("FR")) {
            if (!FRENCH.matcher(value).matches()) throw new InvalidValue("vat.format", value);
            var siren = value.substring(4);
            if (!Keys.luhn(siren)) throw new InvalidValue("vat.siren", value);
            var key = value.substring(2, 4);
            // Keys with a letter exist for some enterprises; only the all-digit key can be recomputed.
            if (key.matches("[0-9]{2}") && Integer.parseInt(key) != (12 + 3 * (Long.parseLong(siren) % 97)) % 97) {
                throw new InvalidValue("vat.key", value);
            }
        }
    }

    /// Accepts lower case and spaces.
    ///
    /// @throws InvalidValue `vat.format`, `vat.siren` or `vat.key`
    public static VatNumber of(String text) {
        return new VatNumber(Keys.compact(text).toUpperCase(java.util.Locale.ROOT));
    }

    public String country() {
        return value.substring(0, 2);
    }

    @Override
    public String toString() {
        return value;
    }
}
