package org.passerelle.activity;

/// What an expense was for (PS-68).
public enum ExpenseCategory {
    TRAVEL,
    MILEAGE,
    MEAL,
    LODGING,
    EQUIPMENT,
    SOFTWARE,
    TELECOM,
    TRAINING,
    OTHER
}
