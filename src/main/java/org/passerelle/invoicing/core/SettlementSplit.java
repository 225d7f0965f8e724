package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.Settlement.Share;
import org.passerelle.invoicing.Totals;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PersonId;

/// How a payment parts into VAT, due when money comes in (IN-35), and the workers' shares. Always the share of all
/// that was paid so far less what earlier payments took, so that many parts make exactly the whole.
///
/// @param vat VAT within this payment
/// @param shares the rest, by worker
public record SettlementSplit(Money vat, List<Share> shares) {

    public SettlementSplit {
        shares = List.copyOf(shares);
    }

    /// @param before what was paid before, VAT included
    /// @param amount this payment, VAT included
    public static SettlementSplit of(Totals totals, List<InvoiceLine> lines, Money before, Money amount) {
        var after = before.plus(amount);
        var vatBefore = vatIn(totals, before);
        var vatAfter = vatIn(totals, after);
        var weights = new LinkedHashMap<PersonId, Long>();
        for (var line : lines) weights.merge(line.person(), line.net().cents(), Math::addExact);
        var byWorker = weights.values().stream().mapToLong(Long::longValue).toArray();
        var netBefore = before.minus(vatBefore).split(byWorker);
        var netAfter = after.minus(vatAfter).split(byWorker);
        var shares = new ArrayList<Share>();
        int worker = 0;
        for (var person : weights.keySet()) {
            shares.add(new Share(person, netAfter[worker].minus(netBefore[worker])));
            worker++;
        }
        return new SettlementSplit(vatAfter.minus(vatBefore), shares);
    }

    // VAT × paid ÷ total, half up to the cent; all of it when all is paid.
    private static Money vatIn(Totals totals, Money paid) {
        return Money.ofCents(BigDecimal.valueOf(totals.vat().cents())
                .multiply(BigDecimal.valueOf(paid.cents()))
                .divide(BigDecimal.valueOf(totals.gross().cents()), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
