package org.passerelle.kernel;

import java.util.Locale;
import java.util.Map;

/// An international bank account number of the SEPA area: length by country and key modulo 97.
/// Sensitive: [#toString] is masked; ask for [#value] only to pay or to store encrypted.
public record Iban(String value) {

    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("CH", 21),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GI", 23),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("RO", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27),
            Map.entry("VA", 22));

    public Iban {
        if (!value.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{10,30}")) throw new InvalidValue("iban.format", "");
        var length = LENGTHS.get(value.substring(0, 2));
        if (length == null) throw new InvalidValue("iban.country", value.substring(0, 2));
        if (value.length() != length) throw new InvalidValue("iban.length", value.substring(0, 2));
        if (!Keys.iso7064(value)) throw new InvalidValue("iban.key", "");
    }

    /// Accepts spaces and lower case.
    ///
    /// @throws InvalidValue `iban.format`, `iban.country` (outside SEPA), `iban.length` or `iban.key`
    public static Iban of(String text) {
        return new Iban(Keys.compact(text).toUpperCase(Locale.ROOT));
    }

    public String country() {
        return value.substring(0, 2);
    }

    /// Country and last four characters: `FR•• •••• 4321`.
    public String masked() {
        return value.substring(0, 2) + "•• •••• " + value.substring(value.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
