package org.passerelle.portfolio.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;

/// How long the money lasts once a client stops.
///
/// At the beginning there are the balance, the reserve and what the other clients' orders bring in the month of the day
/// asked about. Each following month first receives its signed orders, then pays the need. The last month, which the
/// money does not pay whole, counts by the share that it pays. Orders of the client that stops, and of months that are
/// over, bring nothing.
///
/// @param months with one decimal, half up; empty when nothing is needed, so that the money never ends
/// @param lastDay the last day paid for: a month's share of its days, rounded down; empty as above, and when it lies
/// more than a hundred years ahead
public record Runway(Optional<BigDecimal> months, Optional<LocalDate> lastDay) {

    /// Months beyond which no day is named: a hundred years.
    private static final long FORESEEABLE = 1_200;

    private static final Runway ENDLESS = new Runway(Optional.empty(), Optional.empty());

    public static Runway without(String client, Portfolio portfolio) {
        return without(List.of(client), portfolio);
    }

    /// @param clients all of them stop on the portfolio's day
    public static Runway without(List<String> clients, Portfolio portfolio) {
        var need = portfolio.monthlyNeed();
        if (!need.isPositive()) return ENDLESS;
        var here = Month.containing(portfolio.on());
        var orders = new TreeMap<Month, Money>();
        for (var order : portfolio.orders()) {
            if (clients.contains(order.client()) || order.month().compareTo(here) < 0) continue;
            orders.merge(order.month(), order.amount(), Money::plus);
        }
        var money = portfolio.balance().plus(portfolio.reserve()).plus(orders.getOrDefault(here, Money.ZERO));
        long whole = 0;
        var month = here.next();
        while (true) {
            money = money.plus(orders.getOrDefault(month, Money.ZERO));
            if (money.compareTo(need) < 0) return lasting(whole, month, money.max(Money.ZERO), need);
            // Once no order is to come, the months that the money pays whole are counted at once.
            long paid = orders.tailMap(month, false).isEmpty() ? money.cents() / need.cents() : 1;
            money = money.minus(need.times(paid));
            whole += paid;
            if (whole > FORESEEABLE) return new Runway(Optional.of(exact(whole, money, need)), Optional.empty());
            month = new Month(month.value().plusMonths(paid));
        }
    }

    private static BigDecimal exact(long whole, Money left, Money need) {
        return BigDecimal.valueOf(whole)
                .add(BigDecimal.valueOf(left.cents())
                        .divide(BigDecimal.valueOf(need.cents()), 1, RoundingMode.HALF_UP));
    }

    private static Runway lasting(long whole, Month broken, Money left, Money need) {
        long days = left.times(broken.lastDay().getDayOfMonth()).cents() / need.cents();
        return new Runway(
                Optional.of(exact(whole, left, need)),
                Optional.of(broken.firstDay().minusDays(1).plusDays(days)));
    }
}
