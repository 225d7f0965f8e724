package org.passerelle.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Amount;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.pay.Afforded;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.YearToDate;

/// What a case starts from: a gross, a budget, a net, or days sold; and the gross that it leads to.
///
/// @param asked field that the case starts from
/// @param month with its gross
/// @param afforded for a budget or days sold
/// @param turnover what is sold, or null
record PayWish(
        String asked,
        PayInput month,
        @Nullable Afforded afforded,
        @Nullable Turnover turnover) {

    private static final String GROSS = "grossMonthly";
    private static final String BUDGET = "budget";
    private static final String NET = "netBeforeTax";
    private static final String PAID = "netPaid";
    private static final String TURNOVER = "turnover";

    /// Fields of a case beside its terms.
    static final Set<String> FIELDS = Set.of("date", GROSS, BUDGET, NET, PAID, TURNOVER);
    /// Fields of a month of a year beside its terms.
    static final Set<String> MONTH = Set.of("date", "gross", BUDGET, NET, PAID, TURNOVER, "ceiling");

    /// A lone month.
    static PayWish of(PayEngine engine, Fields input) {
        start(input, GROSS);
        var month = PayInput.of(input.day("date"), Money.ZERO, PayCaseReader.terms(input));
        return of(engine, input, GROSS, month, YearToDate.NONE);
    }

    /// @param gross name of the field that holds the gross
    /// @param month whose gross is not looked at
    static PayWish of(PayEngine engine, Fields input, String gross, PayInput month, YearToDate before) {
        var asked = start(input, gross);
        var turnover = input.has(TURNOVER) ? Turnover.of(input, !asked.equals(TURNOVER)) : null;
        if (asked.equals(gross)) {
            return new PayWish(GROSS, month.withGross(input.money(gross, PayInput.LARGEST_GROSS)), null, turnover);
        }
        if (asked.equals(NET) || asked.equals(PAID)) {
            var net = rounded(input, asked).minus(slack(input, asked));
            var found = asked.equals(NET)
                    ? engine.smallestGrossForNet(month, before, net)
                    : engine.smallestGrossForNetPaid(month, before, net);
            return new PayWish(asked, month.withGross(found.orElseThrow(() -> tooMuch(input, asked))), null, turnover);
        }
        var budget = asked.equals(BUDGET)
                ? rounded(input, BUDGET).plus(slack(input, BUDGET))
                : (turnover == null ? Money.ZERO : turnover.budget()).exact();
        var afforded = engine.afford(month, before, budget)
                .orElseThrow(() -> new BadField(input.path(asked), "is less than a month without any gross costs"));
        return new PayWish(asked, month.withGross(afforded.gross()), afforded, turnover);
    }

    private static Amount rounded(Fields input, String name) {
        return input.amount(name, PayInput.LARGEST_GROSS);
    }

    /// A sum with more than two decimals is the rounded result of a computation: half a unit of its last decimal may
    /// have been lost, which must not cost a cent of gross.
    private static Amount slack(Fields input, String name) {
        int decimals = rounded(input, name).value().stripTrailingZeros().scale();
        return decimals <= 2 ? Amount.ZERO : Amount.of(BigDecimal.valueOf(5, decimals + 1));
    }

    /// Exactly one start; what is sold is one when nothing else is.
    private static String start(Fields input, String gross) {
        var starts = Stream.of(gross, BUDGET, NET, PAID).filter(input::owns).toList();
        if (starts.size() > 1)
            throw new BadField(input.path(starts.get(1)), "cannot stand beside " + starts.getFirst());
        if (starts.size() == 1) return starts.getFirst();
        return input.owns(TURNOVER) ? TURNOVER : gross;
    }

    private static BadField tooMuch(Fields input, String asked) {
        return new BadField(input.path(asked), "is beyond what can be computed");
    }

    /// Days sold in the month and what is taken off before pay (payroll facts 10).
    ///
    /// @param dayRate without VAT, or null when it is to be found
    /// @param days at most 31, halves allowed
    /// @param feePercent of the turnover
    /// @param feeFlat on top of it
    /// @param expenses refunded out of the turnover
    record Turnover(@Nullable Money dayRate, BigDecimal days, Rate feePercent, Money feeFlat, Money expenses) {

        private static final Money MOST = Money.of("1000000");

        /// @param rateIsAsked the case starts from something else, and the day rate follows from it
        static Turnover of(Fields input, boolean rateIsAsked) {
            var sold = Fields.of(
                    input.path(TURNOVER),
                    input.get(TURNOVER),
                    Set.of("dayRate", "days", "feePercent", "feeFlat", "expenses"));
            if (rateIsAsked && sold.has("dayRate")) {
                throw new BadField(sold.path("dayRate"), "cannot stand beside a gross, a budget or a net");
            }
            return new Turnover(
                    rateIsAsked ? null : sold.money("dayRate", MOST),
                    sold.number("days", new BigDecimal("0.5"), BigDecimal.valueOf(31)),
                    sold.percent("feePercent", Rate.ZERO),
                    sold.has("feeFlat") ? sold.money("feeFlat", MOST) : Money.ZERO,
                    sold.has("expenses") ? sold.money("expenses", MOST) : Money.ZERO);
        }

        Money budget() {
            return dayRate == null ? Money.ZERO : budget(dayRate).max(Money.ZERO);
        }

        private Money budget(Money rate) {
            var turnover = rate.exact().times(days).roundHalfUp();
            var fee = turnover.exact().times(feePercent).roundHalfUp();
            return turnover.minus(fee).minus(feeFlat).minus(expenses);
        }

        /// The smallest day rate in cents that pays for this cost, or null where the fee takes everything.
        @Nullable
        Money dayRateFor(Amount cost) {
            var kept = BigDecimal.ONE.subtract(feePercent.ratio());
            if (kept.signum() <= 0) return null;
            var needed = cost.plus(feeFlat.exact()).plus(expenses.exact()).value();
            var rate = Money.of(needed.divide(kept.multiply(days), 2, RoundingMode.FLOOR));
            while (budget(rate).exact().compareTo(cost) < 0) rate = rate.plus(Money.ofCents(1));
            return rate;
        }
    }
}
