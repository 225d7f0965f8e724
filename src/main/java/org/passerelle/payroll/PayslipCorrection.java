package org.passerelle.payroll;

import java.time.Instant;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PayslipId;

/// That one payslip cancels and replaces another.
///
/// @param payslip the one that stands, unless it was replaced in its turn
/// @param corrects the one that it cancels and replaces
/// @param reason as the person reads it
/// @param overpaid transferred for the month beyond what is due now, taken back from later pay (L3251-3)
public record PayslipCorrection(
        PayslipId payslip,
        String number,
        PayslipId corrects,
        String correctedNumber,
        String reason,
        Money overpaid,
        Instant at,
        String by) {}
