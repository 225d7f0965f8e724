package org.passerelle.pay;

import java.util.Objects;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What belongs to the establishment and not to the law.
///
/// @param headcount effectif of social security (yearly average that counts)
/// @param versementMobilite rate of the commune of work
/// @param atmp notified rate for accidents at work
/// @param mutuelleMonthly premium of the health cover, both shares
/// @param mutuelleEmployerShare share of the premium that the employer pays
/// @param alternantsShare work-study staff over headcount
/// @param versementMobiliteRegional rate voted by the region, on top of the commune's (CGCT L4332-8-1); what exceeds
///     the legal maximum of the day is not charged, and nothing before the law allowed it
public record EmployerTerms(
        int headcount,
        Rate versementMobilite,
        Rate atmp,
        Money mutuelleMonthly,
        Rate mutuelleEmployerShare,
        Rate alternantsShare,
        Rate versementMobiliteRegional) {

    /// Payslips kept from before the regional rate have none.
    public EmployerTerms {
        versementMobiliteRegional = Objects.requireNonNullElse(versementMobiliteRegional, Rate.ZERO);
    }

    /// In a region without a rate of its own.
    public EmployerTerms(
            int headcount,
            Rate versementMobilite,
            Rate atmp,
            Money mutuelleMonthly,
            Rate mutuelleEmployerShare,
            Rate alternantsShare) {
        this(headcount, versementMobilite, atmp, mutuelleMonthly, mutuelleEmployerShare, alternantsShare, Rate.ZERO);
    }
}
