package org.passerelle.contracts;

/// Where a paper stands.
public enum ContractState {
    /// Being written; may still change.
    DRAFT,
    /// Sent: read and signed in the order of its signers.
    TO_SIGN,
    /// All have signed; sealed.
    SIGNED,
    /// A party said no, with a reason.
    REFUSED,
    /// Taken back by the house, with a reason.
    WITHDRAWN,
    /// Not signed in time.
    EXPIRED;

    public boolean isOver() {
        return this != DRAFT && this != TO_SIGN;
    }
}
