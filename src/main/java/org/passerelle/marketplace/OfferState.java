package org.passerelle.marketplace;

public enum OfferState {
    /// Somebody at the desk is to read it.
    WAITING,
    PUBLISHED,
    /// Not published, or taken away, with a reason.
    REFUSED,
    /// Somebody was found, or it is over.
    CLOSED
}
