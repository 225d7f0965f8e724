package org.passerelle.operators.store;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;

/// A fee model as columns.
///
/// @param tiers ceiling in cents, colon, rate; the last slice has no ceiling
record FeeColumns(
        String kind, @Nullable BigDecimal rate, @Nullable Long amountCents, String @Nullable [] tiers) {

    static FeeColumns of(FeeModel model) {
        return switch (model) {
            case FeeModel.Percent(var rate) -> new FeeColumns("PERCENT", rate.ratio(), null, null);
            case FeeModel.FlatMonthly(var amount) -> new FeeColumns("FLAT_MONTHLY", null, amount.cents(), null);
            case FeeModel.Capped(var rate, var cap) -> new FeeColumns("CAPPED", rate.ratio(), cap.cents(), null);
            case FeeModel.Tiered(var tiers) ->
                new FeeColumns(
                        "TIERED",
                        null,
                        null,
                        tiers.stream()
                                .map(tier ->
                                        (tier.upTo() == null ? "" : tier.upTo().cents()) + ":"
                                                + tier.rate().ratio().toPlainString())
                                .toArray(String[]::new));
        };
    }

    FeeModel model() {
        return switch (kind) {
            case "PERCENT" -> new FeeModel.Percent(theRate());
            case "FLAT_MONTHLY" -> new FeeModel.FlatMonthly(theAmount());
            case "CAPPED" -> new FeeModel.Capped(theRate(), theAmount());
            case "TIERED" ->
                new FeeModel.Tiered(Arrays.stream(tiers == null ? new String[0] : tiers)
                        .map(FeeColumns::tier)
                        .toList());
            default -> throw new IllegalStateException("fee model " + kind);
        };
    }

    private static FeeModel.Tier tier(String text) {
        int colon = text.indexOf(':');
        return new FeeModel.Tier(
                colon == 0 ? null : Money.ofCents(Long.parseLong(text.substring(0, colon))),
                new Rate(new BigDecimal(text.substring(colon + 1))));
    }

    private Rate theRate() {
        if (rate == null) throw new IllegalStateException(kind + " without rate");
        return new Rate(rate);
    }

    private Money theAmount() {
        if (amountCents == null) throw new IllegalStateException(kind + " without amount");
        return Money.ofCents(amountCents);
    }
}
