package org.passerelle.banking.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// The issued invoices of an entity, found by number, by payer's name and by open amount without going over all
/// of them: 100 000 movements against 50 000 invoices would be five thousand million comparisons otherwise.
/// Whatever it finds comes oldest first. Not for use by several threads.
public final class MatchIndex {

    private static final Comparator<Matchable> OLDEST_FIRST =
            Comparator.comparing(Matchable::issueDate).thenComparing(Matchable::number);

    /// Each invoice as it stands, oldest first; its place here is its rank everywhere else.
    private final List<Matchable> invoices;

    private final Map<InvoiceId, Integer> rankOf = new HashMap<>();
    private final Map<String, List<Integer>> byLastGroup = new HashMap<>();
    private final List<Integer> withoutLastGroup = new ArrayList<>();
    private final Map<Long, TreeSet<Integer>> byOpenCents = new HashMap<>();
    private final Map<Names, List<Integer>> byName = new HashMap<>();
    private final Map<String, List<Names>> byWord = new HashMap<>();
    /// Each name under the rarest of its words only: what contains the name contains that word.
    private final Map<String, List<Names>> byRarestWord = new HashMap<>();

    private MatchIndex(Collection<Matchable> invoices) {
        this.invoices = new ArrayList<>(invoices.stream().sorted(OLDEST_FIRST).toList());
        for (int rank = 0; rank < this.invoices.size(); rank++) take(rank, this.invoices.get(rank));
        for (var name : byName.keySet()) {
            for (var word : name.words()) under(byWord, word).add(name);
        }
        for (var name : byName.keySet()) {
            name.words().stream()
                    .min(Comparator.comparing(
                                    (String word) -> known(byWord, word).size())
                            .thenComparing(Comparator.naturalOrder()))
                    .ifPresent(word -> under(byRarestWord, word).add(name));
        }
    }

    /// @param invoices issued ones, open or paid, in any order
    public static MatchIndex of(Collection<Matchable> invoices) {
        return new MatchIndex(invoices);
    }

    private void take(int rank, Matchable invoice) {
        if (rankOf.put(invoice.id(), rank) != null) throw new IllegalArgumentException("twice: " + invoice.id());
        var group = InvoiceNumbers.lastGroup(invoice.number());
        if (group.isEmpty()) withoutLastGroup.add(rank);
        else under(byLastGroup, group).add(rank);
        open(rank, invoice.open());
        under(byName, Names.of(invoice.clientName())).add(rank);
    }

    private void open(int rank, Money open) {
        if (open.isPositive())
            byOpenCents.computeIfAbsent(open.cents(), _ -> new TreeSet<>()).add(rank);
    }

    /// Takes a payment off an invoice.
    ///
    /// @throws IllegalArgumentException when the invoice is unknown, or the share is not above zero or more than
    ///     what is open
    public void pay(Share share) {
        var rank = rankOf.get(share.invoice());
        if (rank == null) throw new IllegalArgumentException("unknown: " + share.invoice());
        var before = invoices.get(rank);
        if (!share.amount().isPositive() || share.amount().compareTo(before.open()) > 0) {
            throw new IllegalArgumentException(before.number() + " is not open for " + share.amount());
        }
        var ofAmount = byOpenCents.get(before.open().cents());
        if (ofAmount != null) ofAmount.remove(rank);
        var after = before.less(share.amount());
        invoices.set(rank, after);
        open(rank, after.open());
    }

    /// The invoices, open or paid, whose number stands in the text.
    List<Matchable> named(String text) {
        if (text.isBlank()) return List.of();
        var folded = InvoiceNumbers.fold(text);
        var ranks = new TreeSet<>(withoutLastGroup);
        for (var group : InvoiceNumbers.lastGroups(folded)) ranks.addAll(known(byLastGroup, group));
        return ranks.stream()
                .map(invoices::get)
                .filter(invoice -> InvoiceNumbers.names(folded, invoice.number()))
                .toList();
    }

    /// The open invoices of clients whose name is the payer's.
    List<Matchable> openOf(Names payer) {
        if (payer.words().isEmpty()) return List.of();
        Set<Names> near = new HashSet<>();
        for (var word : payer.words()) near.addAll(known(byRarestWord, word));
        payer.words().stream()
                .map(word -> known(byWord, word))
                .min(Comparator.comparing(List::size))
                .ifPresent(near::addAll);
        var ranks = new TreeSet<Integer>();
        for (var name : near) if (name.sameAs(payer)) ranks.addAll(known(byName, name));
        return ranks.stream()
                .map(invoices::get)
                .filter(invoice -> invoice.open().isPositive())
                .toList();
    }

    /// The oldest open invoices of exactly this amount.
    List<Matchable> openFor(Money amount, int most) {
        return byOpenCents.getOrDefault(amount.cents(), new TreeSet<>()).stream()
                .limit(most)
                .map(invoices::get)
                .toList();
    }

    private static <K, V> List<V> under(Map<K, List<V>> map, K key) {
        return map.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    private static <K, V> List<V> known(Map<K, List<V>> map, K key) {
        return map.getOrDefault(key, List.of());
    }
}
