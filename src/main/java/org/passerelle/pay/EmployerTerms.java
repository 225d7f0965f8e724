package org.passerelle.pay;

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
public record EmployerTerms(
        int headcount,
        Rate versementMobilite,
        Rate atmp,
        Money mutuelleMonthly,
        Rate mutuelleEmployerShare,
        Rate alternantsShare) {}
