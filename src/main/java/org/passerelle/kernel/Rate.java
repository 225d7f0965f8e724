package org.passerelle.kernel;

import java.math.BigDecimal;

/// A proportion, exact.
///
/// @param ratio the factor: 20 % is `0.20`
public record Rate(BigDecimal ratio) implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    public static Rate ofPercent(BigDecimal percent) {
        return new Rate(percent.movePointLeft(2));
    }

    /// @param percent a plain decimal number of percent: `8.55`
    /// @throws InvalidValue `rate.format` when the text is no decimal number
    public static Rate ofPercent(String percent) {
        try {
            return ofPercent(new BigDecimal(percent.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidValue("rate.format", percent);
        }
    }

    public BigDecimal percent() {
        return ratio.movePointRight(2);
    }

    public boolean isZero() {
        return ratio.signum() == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return ratio.compareTo(other.ratio);
    }

    /// Percent without superfluous zeros: `5.5`, `20`.
    @Override
    public String toString() {
        return percent().stripTrailingZeros().toPlainString();
    }
}
