package org.passerelle.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One party's consent: who, when, from where, to what.
///
/// @param position 1 for the first to sign
/// @param name as typed by the one who signs
/// @param how the one who signs was known: `sign-in`, `e-mail code`
/// @param address of the network
/// @param drawing the name as drawn, if it was
/// @param readSha256 of the file that was read, 64 hexadecimal digits
/// @param previous hash of the link before, or of the file read for the first
/// @param hash of this link
public record Signature(
        int position,
        Party party,
        String name,
        String email,
        How how,
        Instant at,
        String address,
        @Nullable Drawing drawing,
        String readSha256,
        String previous,
        String hash) {

    /// How the one who signs was known.
    public enum How {
        SIGN_IN,
        EMAIL_CODE
    }
}
