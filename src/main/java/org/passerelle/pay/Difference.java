package org.passerelle.pay;

import java.util.List;
import org.passerelle.kernel.Amount;

/// A line of two payslips side by side. The changes add up to the difference exactly.
///
/// @param lawChanges versions of the line's parameters that stand on the other day and did not on the first
/// @param lawEnds parameters of the line that stood on the first day and no longer do
/// @param changes those that make a difference to this line
public record Difference(
        LineKind kind,
        long oneEmployerNanos,
        long oneEmployeeNanos,
        long otherEmployerNanos,
        long otherEmployeeNanos,
        List<Part> lawChanges,
        List<Part> lawEnds,
        List<Change> changes) {

    public Difference {
        lawChanges = List.copyOf(lawChanges);
        lawEnds = List.copyOf(lawEnds);
        changes = List.copyOf(changes);
    }

    public Amount oneEmployer() {
        return Nanos.amount(oneEmployerNanos);
    }

    public Amount oneEmployee() {
        return Nanos.amount(oneEmployeeNanos);
    }

    public Amount otherEmployer() {
        return Nanos.amount(otherEmployerNanos);
    }

    public Amount otherEmployee() {
        return Nanos.amount(otherEmployeeNanos);
    }
}
