package org.passerelle.pay;

import org.passerelle.kernel.Amount;

/// One reason why a line differs between two payslips, and how much of the difference it makes.
///
/// @param employerNanos in 10⁻⁹ €
/// @param employeeNanos in 10⁻⁹ €
public record Change(Reason reason, long employerNanos, long employeeNanos) {

    public Amount employer() {
        return Nanos.amount(employerNanos);
    }

    public Amount employee() {
        return Nanos.amount(employeeNanos);
    }

    /// In the order in which one payslip is turned into the other.
    public enum Reason {
        /// The law of the other day: rates, ceilings, minimum wages.
        LAW,
        HEADCOUNT,
        /// Notified and local rates, work-study share.
        EMPLOYER_RATES,
        COVER,
        CADRE,
        FIXED_TERM,
        /// Hours, forfait-jours, or hours derived from pay.
        TIME,
        /// Share of the month's ceiling and minimum wage.
        DAYS,
        /// The gross.
        BASE,
        /// What the sums of earlier months add or take.
        REGULARISATION;

        private final String id = name().toLowerCase(java.util.Locale.ROOT);

        /// As files name it: `employer_rates`.
        public String id() {
            return id;
        }
    }
}
