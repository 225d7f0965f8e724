package org.passerelle.workspace.core;

/// The one thing to do next, or whom one waits for.
public enum NextAction {
    /// The days of the month are not reported yet.
    REPORT,
    /// A draft waits to be submitted.
    SUBMIT,
    /// The report came back with a reason.
    MEND,
    /// The gestionnaire has it.
    WAIT_FOR_APPROVAL,
    /// An invoice is ready to be issued.
    ISSUE,
    /// Approved, and nothing to invoice: pay follows the approved report (SW-07).
    WAIT_FOR_PAY,
    /// Invoiced, not paid, not late.
    WAIT_FOR_PAYMENT,
    /// A client is late.
    OVERDUE,
    /// Everything is done; the statement can be read.
    READ_STATEMENT
}
