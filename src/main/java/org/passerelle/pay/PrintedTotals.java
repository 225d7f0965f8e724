package org.passerelle.pay;

import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// The figures of a month as the payslip prints them: sums of printed lines. In cents (`…Cents`).
public record PrintedTotals(
        long grossCents,
        long employeeCents,
        long employerCents,
        long netBeforeTaxCents,
        long netTaxableCents,
        long netSocialCents,
        long pasRateE7,
        long pasCents,
        long netPaidCents,
        long costCents) {

    public Money gross() {
        return Money.ofCents(grossCents);
    }

    public Money employeeTotal() {
        return Money.ofCents(employeeCents);
    }

    public Money employerTotal() {
        return Money.ofCents(employerCents);
    }

    public Money netBeforeTax() {
        return Money.ofCents(netBeforeTaxCents);
    }

    public Money netTaxable() {
        return Money.ofCents(netTaxableCents);
    }

    /// Montant net social.
    public Money netSocial() {
        return Money.ofCents(netSocialCents);
    }

    public Rate pasRate() {
        return Nanos.toRate(pasRateE7);
    }

    public Money pas() {
        return Money.ofCents(pasCents);
    }

    public Money netPaid() {
        return Money.ofCents(netPaidCents);
    }

    /// What the month costs the activity account: gross and employer lines.
    public Money employerCost() {
        return Money.ofCents(costCents);
    }
}
