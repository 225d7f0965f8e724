package org.passerelle.kernel;

/// The fourteen digits that name a place of business: SIREN and a five-digit NIC with a Luhn key.
/// La Poste (SIREN 356 000 000) is the exception: the sum of its digits is a multiple of five.
public record Siret(String value) {

    private static final String LA_POSTE = "356000000";

    public Siret {
        if (!value.matches("[0-9]{14}")) throw new InvalidValue("siret.format", value);
        if (!keyHolds(value)) throw new InvalidValue("siret.key", value);
    }

    /// Accepts spaces, dots and no-break spaces between the digits.
    ///
    /// @throws InvalidValue `siret.format` unless fourteen digits remain, `siret.key` when the key is wrong
    public static Siret of(String text) {
        return new Siret(Keys.compact(text));
    }

    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    private static boolean keyHolds(String digits) {
        if (!Keys.luhn(digits.substring(0, 9))) return false;
        if (Keys.luhn(digits)) return true;
        return digits.startsWith(LA_POSTE) && digits.chars().map(c -> c - '0').sum() % 5 == 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
