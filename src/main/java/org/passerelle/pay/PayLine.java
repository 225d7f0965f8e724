package org.passerelle.pay;

import java.util.List;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;

/// A line of the payslip with its explanation.
///
/// @param employerNanos what the employer bears, in 10⁻⁹ €; negative for a reduction or a regularisation
/// @param employeeNanos what is kept from the worker, in 10⁻⁹ €
public record PayLine(LineRule rule, List<PayPart> parts, long employerNanos, long employeeNanos) {

    public String id() {
        return rule.kind().id();
    }

    public String label() {
        return rule.label();
    }

    /// As printed: half up to the cent.
    public Money employer() {
        return Nanos.money(employerNanos);
    }

    public Money employee() {
        return Nanos.money(employeeNanos);
    }

    public Amount exactEmployer() {
        return Nanos.amount(employerNanos);
    }

    public Amount exactEmployee() {
        return Nanos.amount(employeeNanos);
    }
}
