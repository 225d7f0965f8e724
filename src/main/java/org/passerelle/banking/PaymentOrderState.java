package org.passerelle.banking;

/// Where a transfer stands. It never goes back.
public enum PaymentOrderState {
    PREPARED,
    /// In a file whose bytes are kept for ever.
    EXPORTED,
    /// Booked by the bank.
    CONFIRMED,
    /// Never sent: what it was to pay was corrected before it left the house.
    WITHDRAWN
}
