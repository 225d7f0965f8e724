package org.passerelle.payroll;

import org.passerelle.kernel.PersonId;

/// Somebody whom a run did not pay, and why.
public record NotPaid(PersonId person, String personCode, Reason reason) {

    /// The sentence is the message `payroll.not_paid.<reason>`.
    public enum Reason {
        /// No report for the month.
        NO_ACTIVITY,
        /// The report is not approved yet.
        NOT_APPROVED,
        /// Neither a minimum is due nor does the account hold anything to pay.
        NOTHING_TO_PAY,
        /// A later month was paid already: sums of the year would no longer agree.
        LATER_MONTH_PAID
    }
}
