package org.passerelle.collection.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.passerelle.collection.Claim;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Laws;

/// Late penalties and the flat indemnity between professionals (IN-21); nothing of it against a private individual
/// (CO-10).
public final class Claims {

    private static final BigDecimal YEAR = BigDecimal.valueOf(365);
    private static final int SCALE = 12;

    private Claims() {}

    /// Who owes.
    public enum Debtor {
        ENTERPRISE,
        /// Interest by another text (IN-22), whose rate is not in the law data: only the flat indemnity is figured.
        PUBLIC_BODY,
        CONSUMER
    }

    /// Simple interest for whole days, a year being 365 days, rounded half up to the cent.
    public static Money interest(Money open, Rate perYear, long days) {
        return rounded(open.exact().times(perYear).times(BigDecimal.valueOf(days)));
    }

    /// Interpretation: penalties run from the day after the due date to today on what is open today, at the rate
    /// that the invoice states, three times the legal rate of each half-year. What was paid late in parts is not
    /// claimed again.
    public static Claim of(Money open, LocalDate due, LocalDate today, Debtor debtor, Laws laws) {
        if (debtor == Debtor.CONSUMER || !open.isPositive() || !due.isBefore(today)) {
            return new Claim(open, Money.ZERO, today, true, Money.ZERO);
        }
        var fee = laws.on(today).money("recovery_fee");
        if (debtor == Debtor.PUBLIC_BODY) return new Claim(open, Money.ZERO, null, false, fee);
        var sum = Amount.ZERO;
        LocalDate through = null;
        for (var day = due.plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
            var law = laws.on(day);
            if (!law.covers("legal_interest_rate")) break;
            var times = BigDecimal.valueOf(law.number("late_penalty_legal_multiple"));
            sum = sum.plus(open.exact().times(law.rate("legal_interest_rate")).times(times));
            through = day;
        }
        return new Claim(open, rounded(sum), through, today.equals(through), fee);
    }

    public static int daysLate(LocalDate due, LocalDate today) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, today));
    }

    private static Money rounded(Amount daysSum) {
        return Amount.of(daysSum.value().divide(YEAR, SCALE, RoundingMode.HALF_UP))
                .roundHalfUp();
    }
}
