package org.passerelle.kernel;

import java.util.Locale;

/// A SEPA creditor identifier (in France: ICS): country, key of two digits, three characters for the creditor's own
/// use,
/// then the national number. The key is computed without the three characters.
///
/// @param value such as `FR72ZZZ123456`
public record CreditorId(String value) {

    private static final int HEAD = 4;
    private static final int OWN_USE = 3;

    public CreditorId {
        if (!value.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}")) throw new InvalidValue("ics.format", value);
        if (value.startsWith("FR") && value.length() != 13) throw new InvalidValue("ics.format", value);
        if (!Keys.iso7064(value.substring(0, HEAD) + value.substring(HEAD + OWN_USE))) {
            throw new InvalidValue("ics.key", value);
        }
    }

    /// Accepts spaces and lower case.
    ///
    /// @throws InvalidValue `ics.format` or `ics.key`
    public static CreditorId of(String text) {
        return new CreditorId(Keys.compact(text).toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
