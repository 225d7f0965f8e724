package org.passerelle.contracts.seal;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/// The key with which an operator seals, and the certificate that goes with it.
///
/// @param number 1, 2 … the highest seals
public record SealKey(int number, PrivateKey key, X509Certificate certificate) {

    @Override
    public String toString() {
        return "seal key " + number;
    }
}
