package org.passerelle.invoicing.core;

/// Which flow of the French reform the invoice belongs to: the BAR note (BR-FR-20).
public enum Audience {
    /// A company, association or public body in France.
    B2B,
    /// A business elsewhere.
    B2BINT,
    /// A consumer: no SIREN, no late penalty and no 40 € (CO-10).
    B2C;

    public boolean isConsumer() {
        return this == B2C;
    }
}
