package org.passerelle.invoicing.core;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.invoicing.Totals;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Parts of a total that are invoiced one by one and add up to it, with VAT, to the cent. All parts but the last are
/// cut where VAT needs no rounding (at 20 % every 5 cents); the last takes the rest and with it the only rounding.
public final class Instalments {

    private Instalments() {}

    /// What one part invoices of one rate.
    public record Part(Rate rate, Money net) {

        public Money vat() {
            return net.exact().times(rate).roundHalfUp();
        }

        public Money gross() {
            return net.plus(vat());
        }
    }

    /// @param weights of the parts in their order, at least one above zero: `30, 40, 30`
    /// @return one list of parts for each weight; a rate of which nothing falls to it is left out
    public static List<List<Part>> split(Totals total, long... weights) {
        var parts = new ArrayList<List<Part>>();
        for (int i = 0; i < weights.length; i++) parts.add(new ArrayList<>());
        for (var share : total.shares()) {
            long step = step(share.rate()).cents();
            var cuts = share.base().split(weights);
            var left = share.base();
            for (int i = 0; i < weights.length; i++) {
                boolean last = i == weights.length - 1;
                var net = last ? left : Money.ofCents(cuts[i].cents() / step * step);
                left = left.minus(net);
                if (!net.isZero()) parts.get(i).add(new Part(share.rate(), net));
            }
        }
        return parts.stream().map(List::copyOf).toList();
    }

    /// The smallest sum whose VAT is a whole number of cents: 0,05 € at 20 %, 2,00 € at 5,5 %.
    public static Money step(Rate rate) {
        var ratio = rate.ratio().stripTrailingZeros();
        if (ratio.scale() <= 0) return Money.ofCents(1);
        var denominator = BigInteger.TEN.pow(ratio.scale());
        return Money.ofCents(
                denominator.divide(denominator.gcd(ratio.unscaledValue())).longValueExact());
    }

    public static boolean isExact(Money net, Rate rate) {
        return net.cents() % step(rate).cents() == 0;
    }
}
