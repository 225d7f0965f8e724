package org.passerelle.payroll;

import java.time.Instant;
import java.time.LocalDate;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;

/// A payslip that was given (BP-01). It never changes.
///
/// @param number without gap within the month: `BP-2026-10-001`
/// @param refund professional expenses paid back with it
/// @param version 1, and one more for each payslip that cancels and replaces the one before
/// @param recovered kept of what was paid too much before (L3251-3)
/// @param netPaid net before tax − withheld + refund − recovered
/// @param cost gross and employer contributions, what the activity account bears
/// @param document the PDF
/// @param sheet everything that explains it
public record IssuedPayslip(
        PayslipId id,
        OperatorId operator,
        PersonId person,
        Month month,
        int version,
        String number,
        LocalDate payDate,
        Instant issuedAt,
        Money gross,
        Money netBeforeTax,
        Money withheld,
        Money refund,
        Money recovered,
        Money netPaid,
        Money cost,
        DocumentId document,
        Sheet sheet) {

    /// What the month's pay leaves to be transferred, expenses left out.
    public Money due() {
        return netPaid.minus(refund);
    }

    /// The fact that is posted and ordered.
    public String source() {
        return "payslip:" + id;
    }
}
