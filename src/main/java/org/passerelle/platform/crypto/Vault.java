package org.passerelle.platform.crypto;

import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Component;

/// Seals single fields with AES-256-GCM under a key per operator, itself sealed under the master key (S-40).
@Component
public class Vault {

    /// Table, column, row and operator are bound in: a sealed value copied elsewhere does not open.
    public byte[] seal(OperatorId operator, String table, String column, UUID row, String plain) {
        throw new UnsupportedOperationException();
    }

    /// @throws IllegalStateException when the value was altered, moved or sealed under another key
    public String open(OperatorId operator, String table, String column, UUID row, byte[] sealed) {
        throw new UnsupportedOperationException();
    }

    /// Keyed HMAC-SHA-256, the same for the same text: for look-up and uniqueness.
    /// @param purpose separates the uses, `person.nir`
    public byte[] fingerprint(OperatorId operator, String purpose, String plain) {
        throw new UnsupportedOperationException();
    }
}
