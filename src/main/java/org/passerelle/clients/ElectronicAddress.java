package org.passerelle.clients;

import org.passerelle.kernel.InvalidValue;

/// Where an electronic invoice goes (BT-49).
///
/// @param scheme `0225` for the French directory, `EM` for an e-mail
public record ElectronicAddress(String scheme, String value) {

    public ElectronicAddress {
        if (!scheme.matches("[0-9]{4}|EM")) throw new InvalidValue("eaddress.scheme", scheme);
        if (value.isBlank() || value.length() > 125) throw new InvalidValue("eaddress.format", value);
        if (scheme.equals("EM") && !value.contains("@")) throw new InvalidValue("email.format", value);
        if (scheme.equals("0225") && !value.matches("[0-9]{9}(_[0-9A-Za-z._-]+)?")) {
            throw new InvalidValue("eaddress.format", value);
        }
    }

    /// Reads what a person types: an e-mail, or an address of the French directory.
    public static ElectronicAddress of(String text) {
        var stripped = text.strip();
        return new ElectronicAddress(stripped.contains("@") ? "EM" : "0225", stripped);
    }

    @Override
    public String toString() {
        return value;
    }
}
