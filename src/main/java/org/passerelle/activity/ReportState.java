package org.passerelle.activity;

/// Where an activity report stands.
public enum ReportState {
    DRAFT,
    /// With the gestionnaire.
    SUBMITTED,
    /// Locked: pay and invoices follow from it.
    APPROVED,
    /// Given back with a reason, to be mended and submitted again.
    RETURNED;

    /// Whether the worker may change it.
    public boolean isOpen() {
        return this == DRAFT || this == RETURNED;
    }
}
