package org.passerelle.pay;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.passerelle.law.Law;

/// Coefficient of the general reduction, in whole ten-thousandths (D241-7 rounds it to four decimals).
/// `pay` and `smic12` are sums over the months of the period: pay and twelve times the minimum wage, in 10⁻⁹ €.
sealed interface Reduction {

    /// No reduction is known for that day.
    Reduction NONE = new None();

    int coefficient(long payNanos, long smic12);

    /// First day of the version: sums of pay and minimum wage belong to one version (a change of T inside a year
    /// splits it into two computations).
    LocalDate since();

    /// Pay from which there is no reduction, in 10⁻⁹ €.
    long exit(long smic12);

    static Reduction of(Law law, boolean large) {
        String size = large ? "large" : "small";
        if (law.covers("rgdu_tmin")) {
            return new Rgdu(
                    law.since("rgdu_tdelta_" + size),
                    hundredths(law.decimal("rgdu_exit_smic")),
                    law.decimal("rgdu_tmin"),
                    law.decimal("rgdu_tdelta_" + size),
                    law.decimal("rgdu_power"));
        }
        if (law.covers("rg_max_" + size)) {
            return new Linear(
                    law.since("rg_max_" + size),
                    law.decimal("rg_max_" + size).movePointRight(4).intValueExact(),
                    hundredths(law.decimal("rg_exit_smic")));
        }
        return NONE;
    }

    private static int hundredths(BigDecimal number) {
        return number.movePointRight(2).intValueExact();
    }

    /// In units in which minimum wage and pay are whole: 10⁻⁴ cent.
    private static long fine(long nanos) {
        return nanos / 1_000;
    }

    record None() implements Reduction {

        @Override
        public int coefficient(long payNanos, long smic12) {
            return 0;
        }

        @Override
        public LocalDate since() {
            return LocalDate.EPOCH;
        }

        @Override
        public long exit(long smic12) {
            return 0;
        }
    }

    /// Until 2025: `T / 0.6 × (1.6 × SMIC / pay − 1)`, between 0 and T. 0.6 is the exit point less one.
    ///
    /// @param max T in ten-thousandths
    /// @param exit exit point in hundredths of a minimum wage
    record Linear(LocalDate since, int max, int exit) implements Reduction {

        @Override
        public int coefficient(long payNanos, long smic12) {
            if (payNanos <= 0) return 0;
            long pay = 12 * fine(payNanos);
            long over = exit * fine(smic12) - 100 * pay;
            if (over <= 0) return 0;
            if (fine(smic12) >= pay) return max;
            return (int) Math.min(max, Nanos.divideHalfUp(max * over, (exit - 100) * pay));
        }

        @Override
        public long exit(long smic12) {
            return Nanos.divideHalfUp(smic12 / 100 * exit, 12);
        }
    }

    /// Since 2026: `Tmin + Tdelta × [½ × (exit × SMIC / pay − 1)]^P`, nothing from the exit on. The power is never
    /// computed for a payslip: for each coefficient, the least ratio SMIC / pay that reaches it is found once,
    /// exactly, and the payslip looks its own ratio up.
    final class Rgdu implements Reduction {

        /// Decimals of the ratios.
        private static final int DIGITS = 16;
        private static final BigInteger SCALE = BigInteger.TEN.pow(DIGITS);

        private final LocalDate since;
        private final int exit;
        private final int min;
        private final int max;
        private final long[] ratios;

        Rgdu(LocalDate since, int exit, BigDecimal tmin, BigDecimal tdelta, BigDecimal power) {
            this.since = since;
            this.exit = exit;
            min = tmin.movePointRight(4).intValueExact();
            max = min + tdelta.movePointRight(4).intValueExact();
            ratios = new long[max - min];
            for (int step = 0; step < ratios.length; step++) ratios[step] = ratio(step, tdelta, power);
        }

        /// The least SMIC / pay whose coefficient rounds to `min + step + 1`: solves
        /// `Tdelta × x^P = (step + ½) / 10⁴` for `x = ½ (exit × ratio − 1)`.
        private long ratio(int step, BigDecimal tdelta, BigDecimal power) {
            var target = BigDecimal.valueOf(2L * step + 1).divide(BigDecimal.valueOf(20_000));
            // x = (target / Tdelta) ^ (denominator / numerator), P = numerator / denominator
            int denominator = BigInteger.TEN
                    .pow(Math.max(0, power.stripTrailingZeros().scale()))
                    .intValueExact();
            int numerator = power.multiply(BigDecimal.valueOf(denominator)).intValueExact();
            int common = BigInteger.valueOf(numerator)
                    .gcd(BigInteger.valueOf(denominator))
                    .intValueExact();
            denominator /= common;
            numerator /= common;
            // ceiling of x · 10^DIGITS: the least integer r with r^numerator ≥ (target/Tdelta)^denominator · 10^(…)
            var under = target.pow(denominator)
                    .multiply(new BigDecimal(SCALE.pow(numerator)))
                    .divide(tdelta.pow(denominator), 0, RoundingMode.CEILING)
                    .toBigInteger();
            var x = rootUp(under, numerator);
            // ratio = (1 + 2x) · 100 / exit, rounded up
            var up = SCALE.add(x.shiftLeft(1)).multiply(BigInteger.valueOf(100));
            return up.add(BigInteger.valueOf(exit - 1L))
                    .divide(BigInteger.valueOf(exit))
                    .longValueExact();
        }

        /// The least integer whose power is at least `value`.
        private static BigInteger rootUp(BigInteger value, int degree) {
            var root = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
            while (true) {
                var next = root.multiply(BigInteger.valueOf(degree - 1L))
                        .add(value.divide(root.pow(degree - 1)))
                        .divide(BigInteger.valueOf(degree));
                if (next.compareTo(root) >= 0) break;
                root = next;
            }
            return root.pow(degree).compareTo(value) >= 0 ? root : root.add(BigInteger.ONE);
        }

        @Override
        public int coefficient(long payNanos, long smic12) {
            if (payNanos <= 0) return 0;
            long pay = 12 * fine(payNanos);
            long smic = fine(smic12);
            if (100 * pay >= exit * smic) return 0;
            if (smic >= pay) return max;
            return min + reached(digits(smic, pay));
        }

        /// smic / pay with sixteen decimals, rounded down; smic < pay.
        private static long digits(long smic, long pay) {
            long first = smic * 1_000_000;
            long second = first % pay * 1_000_000;
            long third = second % pay * 10_000;
            return (first / pay * 1_000_000 + second / pay) * 10_000 + third / pay;
        }

        /// How many steps the ratio reaches.
        private int reached(long ratio) {
            int low = 0;
            int high = ratios.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ratios[middle] <= ratio) low = middle + 1;
                else high = middle;
            }
            return low;
        }

        @Override
        public LocalDate since() {
            return since;
        }

        @Override
        public long exit(long smic12) {
            return Nanos.divideHalfUp(smic12 / 100 * exit, 12);
        }
    }
}
