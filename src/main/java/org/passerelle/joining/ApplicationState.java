package org.passerelle.joining;

/// Where an application stands.
public enum ApplicationState {
    /// The applicant fills it in.
    OPEN,
    /// Handed to the house; may still be completed.
    SUBMITTED,
    /// Person, client and mission stand in the house.
    ADMITTED,
    /// The house said no, with a reason.
    DECLINED;

    public boolean isOver() {
        return this == ADMITTED || this == DECLINED;
    }
}
