package org.passerelle.banking;

/// Where a movement stands.
public enum BankLineState {
    /// In suspense (471): a person has to say what it is.
    WAITING,
    /// Set against invoices or against orders of ours.
    MATCHED
}
