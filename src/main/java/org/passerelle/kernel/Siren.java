package org.passerelle.kernel;

/// The nine digits that name a French enterprise; the last is a Luhn key.
public record Siren(String value) {

    public Siren {
        if (!value.matches("[0-9]{9}")) throw new InvalidValue("siren.format", value);
        if (!Keys.luhn(value)) throw new InvalidValue("siren.key", value);
    }

    /// Accepts spaces, dots and no-break spaces between the digits.
    ///
    /// @throws InvalidValue `siren.format` unless nine digits remain, `siren.key` when the Luhn key is wrong
    public static Siren of(String text) {
        return new Siren(Keys.compact(text));
    }

    /// The intra-community VAT number that follows from this SIREN.
    public VatNumber vatNumber() {
        long key = (12 + 3 * (Long.parseLong(value) % 97)) % 97;
        return new VatNumber("FR%02d%s".formatted(key, value));
    }

    @Override
    public String toString() {
        return value;
    }
}
