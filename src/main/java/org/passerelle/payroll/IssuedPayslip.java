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
/// @param netPaid net before tax − withheld + refund
/// @param cost gross and employer contributions, what the activity account bears
/// @param document the PDF
/// @param sheet everything that explains it
public record IssuedPayslip(
        PayslipId id,
        OperatorId operator,
        PersonId person,
        Month month,
        String number,
        LocalDate payDate,
        Instant issuedAt,
        Money gross,
        Money netBeforeTax,
        Money withheld,
        Money refund,
        Money netPaid,
        Money cost,
        DocumentId document,
        Sheet sheet) {}
