package org.passerelle.platform.crypto;

/// The key of this subject was destroyed: what it sealed cannot be read by anybody any more (S-43).
public final class Forgotten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Forgotten(Subject subject) {
        super("the key of " + subject + " was destroyed");
    }
}
