package org.passerelle.invoicing;

/// Where an invoice stands; from ISSUED on it is computed from what was paid and credited.
public enum InvoiceState {
    DRAFT,
    ISSUED,
    PARTLY_PAID,
    PAID,
    /// Wholly taken back by credit notes.
    CREDITED
}
