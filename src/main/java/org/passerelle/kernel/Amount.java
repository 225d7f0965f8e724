package org.passerelle.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact sum of euros that lives only within a computation. It becomes [Money] in one named rounding.
///
/// @param value euros, any number of decimals
public record Amount(BigDecimal value) implements Comparable<Amount> {

    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    public static Amount of(BigDecimal euros) {
        return new Amount(euros);
    }

    /// @throws InvalidValue `money.format` when the text is no decimal number
    public static Amount of(String euros) {
        try {
            return new Amount(new BigDecimal(euros.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidValue("money.format", euros);
        }
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    public Amount times(Rate rate) {
        return new Amount(value.multiply(rate.ratio()));
    }

    public Amount times(BigDecimal factor) {
        return new Amount(value.multiply(factor));
    }

    public Amount min(Amount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Amount negated() {
        return new Amount(value.negate());
    }

    /// The rounding of payslips and invoices: to the cent, half up (away from zero at the half).
    public Money roundHalfUp() {
        return Money.of(value.setScale(2, RoundingMode.HALF_UP));
    }

    /// Never pays out more than there is: to the cent, towards minus infinity.
    public Money roundDown() {
        return Money.of(value.setScale(2, RoundingMode.FLOOR));
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
