package org.passerelle.contracts;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;

/// What somebody gave to sign with.
///
/// @param name as typed, at most 120 characters
/// @param address of the network
public record Consent(
        String name, String email, String address, @Nullable Drawing drawing) {

    private static final int LONGEST = 120;

    public Consent {
        name = name.strip();
        if (name.isEmpty()) throw new InvalidValue("name.missing", "");
        if (name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("name.long", "");
        }
    }
}
