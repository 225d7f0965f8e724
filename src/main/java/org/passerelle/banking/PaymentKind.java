package org.passerelle.banking;

/// What a transfer pays. Salaries travel apart, so that the bank can keep each sum from curious eyes.
public enum PaymentKind {
    SALARY,
    EXPENSES
}
