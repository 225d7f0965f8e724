package org.passerelle.operators;

/// What becomes of the tenth for paid leave (PS-69).
public enum LeavePolicy {
    /// Kept on the activity account until leave is taken.
    PROVISION,
    /// Paid each month on its own line.
    PAID_MONTHLY
}
