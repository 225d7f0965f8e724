package org.passerelle.frames;

/// What the buyer is in the eyes of PS-01 and PS-02.
public enum ClientKind {
    COMPANY,
    PUBLIC_BODY,
    ASSOCIATION,
    /// A natural person with a SIREN.
    SOLE_TRADER,
    /// A private individual.
    CONSUMER
}
