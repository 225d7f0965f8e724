package org.passerelle.operators;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What the operator keeps of the money collected (PS-67 management fee, CA-14 cooperative contribution).
/// The base is what one worker collected excl. VAT in one month, all payments together, so that several payments
/// bear the same fee as one. The fee is never more than what was collected.
public sealed interface FeeModel {

    /// The fee for a month.
    ///
    /// @param collectedHt what the worker collected in the month, excl. VAT; a negative sum (refund) bears no fee
    Money on(Money collectedHt);

    /// A share of everything collected.
    record Percent(Rate rate) implements FeeModel {

        public Percent {
            proportion(rate);
        }

        @Override
        public Money on(Money collectedHt) {
            return share(collectedHt, rate);
        }
    }

    /// The same sum each month. Interpretation: due in a month in which something was collected, and never more
    /// than that, so that a month without income leaves no debt.
    record FlatMonthly(Money amount) implements FeeModel {

        public FlatMonthly {
            positive(amount);
        }

        @Override
        public Money on(Money collectedHt) {
            return amount.min(collectedHt.max(Money.ZERO));
        }
    }

    /// Each slice of the month's collection bears its own rate, as income tax does.
    record Tiered(List<Tier> tiers) implements FeeModel {

        public Tiered {
            tiers = List.copyOf(tiers);
            var floor = Money.ZERO;
            for (int i = 0; i < tiers.size(); i++) {
                var upTo = tiers.get(i).upTo();
                boolean last = i == tiers.size() - 1;
                if (last != (upTo == null) || upTo != null && upTo.compareTo(floor) <= 0) {
                    throw new InvalidValue("fee.tiers", "");
                }
                if (upTo != null) floor = upTo;
            }
            if (tiers.isEmpty()) throw new InvalidValue("fee.tiers", "");
        }

        @Override
        public Money on(Money collectedHt) {
            var fee = Money.ZERO.exact();
            var floor = Money.ZERO;
            for (var tier : tiers) {
                var ceiling = tier.upTo() == null ? collectedHt : collectedHt.min(tier.upTo());
                if (ceiling.compareTo(floor) <= 0) break;
                fee = fee.plus(ceiling.minus(floor).exact().times(tier.rate()));
                floor = ceiling;
            }
            return fee.roundHalfUp();
        }
    }

    /// A share, but no more than a sum each month.
    record Capped(Rate rate, Money cap) implements FeeModel {

        public Capped {
            proportion(rate);
            positive(cap);
        }

        @Override
        public Money on(Money collectedHt) {
            return share(collectedHt, rate).min(cap);
        }
    }

    /// One slice of a month's collection.
    ///
    /// @param upTo upper end of the slice; null for the last, open one
    record Tier(@Nullable Money upTo, Rate rate) {

        public Tier {
            proportion(rate);
        }
    }

    private static Money share(Money collectedHt, Rate rate) {
        return collectedHt.max(Money.ZERO).exact().times(rate).roundHalfUp();
    }

    private static void proportion(Rate rate) {
        if (rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ofPercent("100")) > 0) {
            throw new InvalidValue("rate.range", rate.toString());
        }
    }

    private static void positive(Money money) {
        if (!money.isPositive()) throw new InvalidValue("money.positive", money.toString());
    }
}
