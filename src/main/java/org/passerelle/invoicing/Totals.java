package org.passerelle.invoicing;

import java.util.List;
import java.util.TreeMap;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// The sums of an invoice: one VAT amount per rate, rounded half up on the rate's base (EN 16931 BR-CO-17).
public record Totals(Money net, Money vat, Money gross, List<VatShare> shares) {

    public Totals {
        shares = List.copyOf(shares);
    }

    public record VatShare(Rate rate, Money base, Money vat) {}

    public static Totals of(List<InvoiceLine> lines) {
        var bases = new TreeMap<Rate, Money>();
        for (var line : lines) bases.merge(line.vat(), line.net(), Money::plus);
        var shares = bases.entrySet().stream()
                .map(e -> new VatShare(
                        e.getKey(),
                        e.getValue(),
                        e.getValue().exact().times(e.getKey()).roundHalfUp()))
                .toList();
        var net = shares.stream().map(VatShare::base).reduce(Money.ZERO, Money::plus);
        var vat = shares.stream().map(VatShare::vat).reduce(Money.ZERO, Money::plus);
        return new Totals(net, vat, net.plus(vat), shares);
    }
}
