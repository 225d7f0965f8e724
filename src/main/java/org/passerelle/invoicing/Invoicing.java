package org.passerelle.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// From the approved report to the invoice that is paid.
@Service
public class Invoicing {

    /// One draft per mission of an approved report; the same report again gives the same drafts.
    public List<DraftInvoice> draftFrom(OperatorId operator, ActivityReportId report) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Numbers the draft, posts it and stores its file, all in one transaction.
    ///
    /// @param date the day on the invoice; never before the last one of the series
    /// @param intent made by the caller; the same again returns the first result
    public Issuance issue(OperatorId operator, InvoiceId draft, LocalDate date, UUID intent) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Takes back an issued invoice wholly (381, IN-03): drafted and issued at once.
    public Issuance credit(OperatorId operator, InvoiceId issued, LocalDate date, String why, UUID intent) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Sets money of a bank line against an invoice: 512 / 411, the VAT that becomes due, the workers' shares.
    /// The same bank line on the same invoice again is once.
    ///
    /// @param amount with VAT, positive, at most what is open
    public Settlement settle(
            OperatorId operator, InvoiceId invoice, Money amount, BankLineId bankLine, LocalDate date) {
        throw new UnsupportedOperationException("not written yet");
    }

    public Optional<Invoice> find(OperatorId operator, InvoiceId invoice) {
        throw new UnsupportedOperationException("not written yet");
    }

    public Optional<IssuedInvoice> findByNumber(OperatorId operator, String number) {
        throw new UnsupportedOperationException("not written yet");
    }

    public List<DraftInvoice> drafts(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Newest first.
    public List<IssuedInvoice> issued(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }

    /// Issued invoices on which something is still owed, oldest due date first. What banking matches against.
    public List<IssuedInvoice> open(OperatorId operator) {
        throw new UnsupportedOperationException("not written yet");
    }
}
