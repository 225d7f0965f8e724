package org.passerelle.operators;

import java.time.LocalDate;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What is particular to the place where the workers are attached and decides some contributions. Dated: a payslip
/// takes the version of its month.
///
/// @param from first day of this version
/// @param headcount employees as the contributions count them (PS-28), at least 1
/// @param versementMobilite rate of the town's transport levy
/// @param atmp rate for work accidents, notified by the Carsat
/// @param mutuelleMonthly whole price of health cover per worker and month
/// @param mutuelleEmployerShare the employer's part of it, at least half
/// @param alternantsShare apprentices in the headcount, for the additional apprenticeship levy
public record Establishment(
        LocalDate from,
        int headcount,
        Rate versementMobilite,
        Rate atmp,
        Money mutuelleMonthly,
        Rate mutuelleEmployerShare,
        Rate alternantsShare) {

    public Establishment {
        if (headcount < 1) throw new InvalidValue("headcount.positive", Integer.toString(headcount));
        proportion(versementMobilite);
        proportion(atmp);
        proportion(mutuelleEmployerShare);
        proportion(alternantsShare);
        if (mutuelleMonthly.isNegative()) throw new InvalidValue("money.positive", mutuelleMonthly.toString());
    }

    private static void proportion(Rate rate) {
        if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ofPercent("100")) > 0) {
            throw new InvalidValue("rate.range", rate.toString());
        }
    }
}
