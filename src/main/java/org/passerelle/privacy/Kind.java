package org.passerelle.privacy;

/// What is known of a person, by the reason to keep it (RG-02), in the order in which it is forgotten.
public enum Kind {
    /// Copies of papers checked at the entry: identity, bank, health cover.
    PROOF,
    /// Name, address and keys of the sign-in.
    ACCOUNT,
    /// Titles and diplomas behind the register of staff, and the declaration of hiring.
    REGISTER,
    /// NIR, IBAN, addresses, rate of withholding tax.
    FILE,
    /// Signed papers and who signed them.
    CONTRACT,
    /// Receipts of expenses.
    RECEIPT,
    /// Payslips, open to the worker.
    PAYSLIP,
    /// Name and birth: the last thing that tells who a code was.
    NAME,
    /// Entries, invoices, bank lines: frozen evidence of the books.
    BOOKS;

    /// Whether it goes by itself once nothing keeps it; the sign-in goes when its owner says so, the books stay.
    public boolean byItself() {
        return this != ACCOUNT && this != BOOKS;
    }
}
