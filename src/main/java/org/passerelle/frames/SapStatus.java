package org.passerelle.frames;

/// Where a legal entity stands in the services à la personne (SP-03, SP-10).
public enum SapStatus {
    NONE,
    /// Declared to the prefect: opens the tax benefits.
    DECLARED,
    /// Approved by the State (agrément), and declared: may serve vulnerable people too.
    APPROVED
}
