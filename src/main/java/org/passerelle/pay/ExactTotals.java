package org.passerelle.pay;

import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Rate;

/// The figures of a month before any rounding, except the tax, which is rounded by law. In 10⁻⁹ € (`…Nanos`).
public record ExactTotals(
        long grossNanos,
        long employeeNanos,
        long employerNanos,
        long netBeforeTaxNanos,
        long netTaxableNanos,
        long netSocialNanos,
        long pasRateE7,
        long pasNanos,
        long netPaidNanos,
        long costNanos) {

    public Amount gross() {
        return Nanos.amount(grossNanos);
    }

    public Amount employeeTotal() {
        return Nanos.amount(employeeNanos);
    }

    public Amount employerTotal() {
        return Nanos.amount(employerNanos);
    }

    public Amount netBeforeTax() {
        return Nanos.amount(netBeforeTaxNanos);
    }

    public Amount netTaxable() {
        return Nanos.amount(netTaxableNanos);
    }

    public Amount netSocial() {
        return Nanos.amount(netSocialNanos);
    }

    public Rate pasRate() {
        return Nanos.toRate(pasRateE7);
    }

    public Amount pas() {
        return Nanos.amount(pasNanos);
    }

    public Amount netPaid() {
        return Nanos.amount(netPaidNanos);
    }

    public Amount employerCost() {
        return Nanos.amount(costNanos);
    }
}
