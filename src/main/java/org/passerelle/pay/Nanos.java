package org.passerelle.pay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Exact arithmetic inside a payslip: sums are whole 10⁻⁹ €, rates whole 10⁻⁷. A base in cents times a rate of at
/// most five decimals of a percent is then a whole number, so the ordinary line is exact and nothing is allocated.
/// A year's sums stay far below the range of a long (9 · 10⁹ €).
final class Nanos {

    static final long PER_CENT = 10_000_000L;
    static final long RATE_ONE = 10_000_000L;

    private Nanos() {}

    static long of(Money money) {
        return Math.multiplyExact(money.cents(), PER_CENT);
    }

    /// @throws ArithmeticException when the rate has more than five decimals of a percent
    static long rate(Rate rate) {
        return rate.ratio().movePointRight(7).longValueExact();
    }

    /// Sum × rate, to the nearest 10⁻⁹ €, half away from zero.
    static long times(long nanos, long rate) {
        long whole = nanos / RATE_ONE;
        long rest = nanos - whole * RATE_ONE;
        return whole * rate + divideHalfUp(rest * rate, RATE_ONE);
    }

    /// Rounds to the cent, half away from zero: the rounding of each printed line.
    static long toCents(long nanos) {
        return divideHalfUp(nanos, PER_CENT);
    }

    static long divideHalfUp(long dividend, long divisor) {
        long half = divisor >> 1;
        return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
    }

    static Money money(long nanos) {
        return Money.ofCents(toCents(nanos));
    }

    static Amount amount(long nanos) {
        return Amount.of(BigDecimal.valueOf(nanos, 9));
    }

    static Rate toRate(long rate) {
        return new Rate(BigDecimal.valueOf(rate, 7));
    }

    /// The largest whole number of 10⁻⁹ € that does not exceed the amount.
    static long floor(Amount amount) {
        return amount.value().setScale(9, RoundingMode.FLOOR).unscaledValue().longValueExact();
    }
}
