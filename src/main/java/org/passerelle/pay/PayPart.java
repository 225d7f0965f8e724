package org.passerelle.pay;

import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// A base and its rates inside a line.
///
/// @param baseNanos in 10⁻⁹ €
/// @param employerRate in 10⁻⁷
/// @param employeeRate in 10⁻⁷
public record PayPart(Part part, long baseNanos, long employerRate, long employeeRate) {

    public Money base() {
        return Nanos.money(baseNanos);
    }

    public Amount exactBase() {
        return Nanos.amount(baseNanos);
    }

    public Rate employer() {
        return Nanos.toRate(employerRate);
    }

    public Rate employee() {
        return Nanos.toRate(employeeRate);
    }
}
