package org.passerelle.documents;

import java.util.UUID;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.crypto.Subject;

/// Why a file about a person is kept (RG-02). Each reason ends on a day of its own, so each has a key of its own.
public enum Keeping {
    /// What proved something at the entry: no law keeps the copy once it was checked.
    PROOF,
    /// Titles and diplomas, kept with the register of staff.
    REGISTER,
    /// Signed papers.
    CONTRACT,
    /// Payslips, which stay open to the worker (D3243-8).
    PAYSLIP,
    /// Receipts of expenses, evidence of the books (IN-40).
    RECEIPT;

    Subject of(OperatorId operator, UUID subject) {
        return new Subject(operator, subject, name());
    }
}
