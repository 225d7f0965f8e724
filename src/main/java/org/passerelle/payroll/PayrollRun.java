package org.passerelle.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;

/// What a run came to; asked again it says the same and adds only what had become possible meanwhile.
public record PayrollRun(
        UUID id,
        OperatorId operator,
        Month month,
        LocalDate payDate,
        List<IssuedPayslip> payslips,
        List<NotPaid> notPaid) {

    public PayrollRun {
        payslips = List.copyOf(payslips);
        notPaid = List.copyOf(notPaid);
    }
}
