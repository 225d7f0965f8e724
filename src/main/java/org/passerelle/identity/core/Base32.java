package org.passerelle.identity.core;

import java.math.BigInteger;

/// Bytes as letters and digits that are read aloud without mistake (RFC 4648 §6, without padding).
public final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    public static String of(byte[] bytes) {
        int letters = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
        var bits = new BigInteger(1, bytes).shiftLeft(letters * BITS - bytes.length * Byte.SIZE);
        var text = new StringBuilder();
        for (int i = letters - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(bits.shiftRight(i * BITS).intValue() & 31));
        }
        return text.toString();
    }
}
