package org.passerelle.payroll;

import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PayslipId;
import org.passerelle.kernel.PersonId;

/// A payslip stands: numbered, posted, ordered at the bank.
public record PayslipIssued(OperatorId operator, PayslipId payslip, PersonId person, Month month) {}
