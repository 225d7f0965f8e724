package org.passerelle.portfolio.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.kernel.Money;

/// What each client brought in the twelve months that end on a day: the day included, the same day a year before not.
///
/// @param clients those with a positive sum, the largest first, equal ones by name
/// @param withoutWeight those whose sum is zero or negative, by name; they have no share
public record ClientShares(LocalDate on, List<Client> clients, List<Client> withoutWeight) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal POINTS = BigDecimal.valueOf(10_000);

    /// @param sum without VAT, credit notes taken off
    public record Client(String name, Money sum) {}

    public ClientShares {
        clients = List.copyOf(clients);
        withoutWeight = List.copyOf(withoutWeight);
    }

    public static ClientShares of(List<Invoiced> invoices, LocalDate on) {
        var from = on.minusYears(1);
        var sums = new TreeMap<String, Money>();
        for (var invoice : invoices) {
            if (!invoice.date().isAfter(from) || invoice.date().isAfter(on)) continue;
            sums.merge(invoice.client(), invoice.amount(), Money::plus);
        }
        var clients = new ArrayList<Client>();
        var withoutWeight = new ArrayList<Client>();
        sums.forEach((name, sum) -> (sum.isPositive() ? clients : withoutWeight).add(new Client(name, sum)));
        clients.sort(Comparator.comparing(Client::sum).reversed().thenComparing(Client::name));
        return new ClientShares(on, clients, withoutWeight);
    }

    public Optional<Client> first() {
        return clients.stream().findFirst();
    }

    /// Whether another client brought as much as the first.
    public boolean isTie() {
        return clients.size() > 1 && clients.get(0).sum().equals(clients.get(1).sum());
    }

    public Money total() {
        return clients.stream().map(Client::sum).reduce(Money.ZERO, Money::plus);
    }

    /// Share of the largest clients together, in %, two decimals, half up; 0 without clients.
    public BigDecimal shareOfFirst(int howMany) {
        if (clients.isEmpty()) return BigDecimal.ZERO.setScale(2);
        var sum = clients.stream().limit(howMany).map(Client::sum).reduce(Money.ZERO, Money::plus);
        return ratio(BigDecimal.valueOf(sum.cents()).multiply(WHOLE), total().cents(), 2);
    }

    /// Herfindahl-Hirschman index: the sum of the squares of the shares in %, 0 (no client) to 10 000 (one), half up.
    public BigDecimal hhi() {
        if (clients.isEmpty()) return BigDecimal.ZERO;
        return squares().multiply(POINTS).divide(totalSquared(), 0, RoundingMode.HALF_UP);
    }

    /// How many equal clients would weigh the same: one divided by the index as a fraction. Two decimals, half up.
    public BigDecimal effectiveClients() {
        if (clients.isEmpty()) return BigDecimal.ZERO.setScale(2);
        return totalSquared().divide(squares(), 2, RoundingMode.HALF_UP);
    }

    private BigDecimal squares() {
        return clients.stream()
                .map(client -> BigDecimal.valueOf(client.sum().cents()).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal totalSquared() {
        return BigDecimal.valueOf(total().cents()).pow(2);
    }

    private static BigDecimal ratio(BigDecimal part, long whole, int decimals) {
        return part.divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
    }
}
