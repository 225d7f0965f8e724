package org.passerelle.clients;

/// What the client is in the eyes of PS-01.
public enum ClientKind {
    COMPANY,
    PUBLIC_BODY,
    ASSOCIATION,
    /// A natural person with a SIREN.
    SOLE_TRADER,
    /// A private individual; never asked for a SIREN.
    CONSUMER;

    public boolean isEnterprise() {
        return this != CONSUMER;
    }
}
