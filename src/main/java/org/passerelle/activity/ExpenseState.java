package org.passerelle.activity;

/// Where an expense stands.
public enum ExpenseState {
    SUBMITTED,
    APPROVED,
    RETURNED
}
