package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.banking.core.Decision.Evidence;
import org.passerelle.banking.core.Decision.Reason;
import org.passerelle.kernel.Money;

/// Says which invoices a movement pays. Proof in this order: the payer's end-to-end reference, invoice numbers
/// in the text, amount and name together. Never by itself when two invoices could be meant; never a cent more
/// or less than the movement.
public final class Matching {

    private static final int MOST_CANDIDATES = 5;

    private Matching() {}

    /// @param invoices issued ones, open or paid; order does not matter
    public static Decision decide(List<Matchable> invoices, Incoming movement) {
        return decide(MatchIndex.of(invoices), movement);
    }

    /// Changes nothing in the index: whoever follows the decision tells it so by [MatchIndex#pay].
    public static Decision decide(MatchIndex invoices, Incoming movement) {
        if (movement.reversal()) return new Decision.Unknown(List.of(), Reason.REVERSAL);
        if (!movement.amount().isPositive()) return new Decision.Unknown(List.of(), Reason.OUTGOING);
        var byReference = invoices.named(movement.endToEndId());
        if (!byReference.isEmpty()) return byName(byReference, movement.amount(), Evidence.END_TO_END_ID);
        var byNumber = invoices.named(movement.remittance());
        if (!byNumber.isEmpty()) return byName(byNumber, movement.amount(), Evidence.INVOICE_NUMBER);
        return byAmountAndName(invoices, movement);
    }

    private static Decision byName(List<Matchable> named, Money amount, Evidence evidence) {
        var open = named.stream().filter(invoice -> invoice.open().isPositive()).toList();
        var sum = open.stream().map(Matchable::open).reduce(Money.ZERO, Money::plus);
        var whole = open.stream().map(i -> new Share(i.id(), i.open())).toList();
        if (amount.compareTo(sum) > 0) return new Decision.Overpaid(whole, evidence);
        if (open.size() == 1) {
            var share = new Share(open.getFirst().id(), amount);
            return amount.equals(sum) ? new Decision.Exact(share, evidence) : new Decision.Partial(share, evidence);
        }
        if (amount.equals(sum)) return new Decision.Several(whole, evidence);
        return new Decision.Unknown(List.of(oldestFirst(open, amount)), Reason.PART_OF_SEVERAL);
    }

    private static Decision byAmountAndName(MatchIndex invoices, Incoming movement) {
        var amount = movement.amount();
        var ofName = invoices.openOf(Names.of(movement.counterparty()));
        var both = ofName.stream().filter(i -> i.open().equals(amount)).toList();
        if (both.size() == 1) {
            return new Decision.Exact(new Share(both.getFirst().id(), amount), Evidence.AMOUNT_AND_NAME);
        }
        if (both.size() > 1) return new Decision.Unknown(each(both, amount), Reason.TWO_CANDIDATES);
        if (!ofName.isEmpty()) return ofThePayer(ofName, amount);
        var ofAmount = invoices.openFor(amount, MOST_CANDIDATES);
        return ofAmount.isEmpty()
                ? new Decision.Unknown(List.of(), Reason.NOTHING_FITS)
                : new Decision.Unknown(each(ofAmount, amount), Reason.AMOUNT_ONLY);
    }

    private static Decision ofThePayer(List<Matchable> ofName, Money amount) {
        var together = ExactSums.of(ofName, amount, MOST_CANDIDATES);
        if (!together.isEmpty()) return new Decision.Unknown(together, Reason.SUM_OF_SEVERAL);
        var sum = ofName.stream().map(Matchable::open).reduce(Money.ZERO, Money::plus);
        return new Decision.Unknown(
                amount.compareTo(sum) > 0 ? List.of() : List.of(oldestFirst(ofName, amount)), Reason.NAME_ONLY);
    }

    private static List<List<Share>> each(List<Matchable> invoices, Money amount) {
        return invoices.stream()
                .limit(MOST_CANDIDATES)
                .map(i -> List.of(new Share(i.id(), amount)))
                .toList();
    }

    /// Pays the oldest first until nothing is left.
    private static List<Share> oldestFirst(List<Matchable> invoices, Money amount) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var invoice : invoices) {
            var part = left.min(invoice.open());
            if (part.isPositive()) shares.add(new Share(invoice.id(), part));
            left = left.minus(part);
        }
        return shares;
    }
}
