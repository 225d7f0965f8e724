package org.passerelle.kernel;

import java.math.BigDecimal;
import java.util.Arrays;

/// Whole cents of a euro: what we store, post, print and pay. May be negative.
///
/// @param cents the amount in cents (1 € = 100)
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    /// Reads a plain decimal number of euros with at most two decimals: `1234.56`, `-3`, `0.5`.
    ///
    /// @throws InvalidValue `money.format` when the text is no such number
    public static Money of(String euros) {
        try {
            return of(new BigDecimal(euros.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidValue("money.format", euros);
        }
    }

    /// @param euros an amount with at most two significant decimals
    /// @throws InvalidValue `money.decimals` when rounding would be needed, `money.range` beyond a long
    public static Money of(BigDecimal euros) {
        try {
            return ofCents(euros.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            throw new InvalidValue(
                    euros.stripTrailingZeros().scale() > 2 ? "money.decimals" : "money.range", euros.toPlainString());
        }
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public Money times(long factor) {
        return ofCents(Math.multiplyExact(cents, factor));
    }

    public Money abs() {
        return cents < 0 ? negated() : this;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    /// The same sum as an exact amount, to compute with.
    public Amount exact() {
        return Amount.of(toBigDecimal());
    }

    /// Euros with two decimals.
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    /// Shares this sum out in proportion to the weights; the parts always add up to the whole.
    /// Left-over cents go to the largest remainders, the first part winning a tie.
    ///
    /// @param weights at least one, none negative, not all zero
    public Money[] split(long... weights) {
        long total = Arrays.stream(weights).reduce(0, Math::addExact);
        if (total <= 0 || Arrays.stream(weights).anyMatch(w -> w < 0)) {
            throw new IllegalArgumentException("weights must be positive: " + Arrays.toString(weights));
        }
        var whole = BigDecimal.valueOf(cents);
        var parts = new long[weights.length];
        var remainders = new BigDecimal[weights.length];
        long left = cents;
        for (int i = 0; i < weights.length; i++) {
            var division = whole.multiply(BigDecimal.valueOf(weights[i])).divideAndRemainder(BigDecimal.valueOf(total));
            parts[i] = division[0].longValueExact();
            remainders[i] = division[1].abs();
            left -= parts[i];
        }
        long step = Long.signum(left);
        for (; left != 0; left -= step) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                if (remainders[i].compareTo(remainders[largest]) > 0) largest = i;
            }
            parts[largest] += step;
            remainders[largest] = BigDecimal.ONE.negate();
        }
        return Arrays.stream(parts).mapToObj(Money::ofCents).toArray(Money[]::new);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /// Plain decimal euros, as machines read them: `-1234.56`.
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }
}
