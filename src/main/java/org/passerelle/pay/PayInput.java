package org.passerelle.pay;

import java.time.LocalDate;
import org.passerelle.kernel.Money;

/// One month to be paid.
///
/// @param date a day of the pay period: its law is used
/// @param gross subject to contributions, not negative, at most 10 million euros
/// @param ceiling share of the month's ceiling (entry, exit, absence without any pay, R242-2 I)
/// @param smic share of the month's minimum wage in the reduction (D241-7 IV)
public record PayInput(LocalDate date, Money gross, PayTerms terms, MonthShare ceiling, MonthShare smic) {

    public static final Money LARGEST_GROSS = Money.ofCents(1_000_000_000);

    public PayInput {
        if (gross.isNegative() || gross.compareTo(LARGEST_GROSS) > 0) {
            throw new IllegalArgumentException("gross out of range: " + gross);
        }
    }

    /// A whole month.
    public static PayInput of(LocalDate date, Money gross, PayTerms terms) {
        return new PayInput(date, gross, terms, MonthShare.FULL, MonthShare.FULL);
    }

    public PayInput withGross(Money other) {
        return new PayInput(date, other, terms, ceiling, smic);
    }
}
