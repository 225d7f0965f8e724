package org.passerelle.contracts;

/// What came of a consent.
public sealed interface Signing {

    /// It is kept; the same again gives this again.
    record Signed(Contract contract) implements Signing {}

    /// Not now: another party signs first, it is over, or time has run out.
    record NotNow(Contract contract, Why why) implements Signing {}

    /// Why nobody may sign as that party now.
    enum Why {
        NOT_SENT,
        NOT_YOUR_TURN,
        OVER,
        EXPIRED
    }
}
