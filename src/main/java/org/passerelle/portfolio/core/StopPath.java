package org.passerelle.portfolio.core;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;

/// « Et si ce client s'arrête le … »: the money month by month, by the rule of [Runway]. Until the month before the
/// stop the orders of the clients that stop still count, and the need is paid each month from the next one on.
///
/// @param steps one for each month looked at, the one that runs first
/// @param broken the first month that the money does not pay whole, or null when none of those looked at
public record StopPath(
        List<Step> steps, @org.jspecify.annotations.Nullable Month broken) {

    public StopPath {
        steps = List.copyOf(steps);
    }

    /// @param income signed orders that come in
    /// @param need paid in the month; zero in the one that runs
    /// @param left what is there at its end; never below zero
    /// @param missing what the month's need lacks
    public record Step(Month month, Money income, Money need, Money left, Money missing) {}

    /// @param clients all of them stop
    /// @param stop the month from which their orders bring nothing
    /// @param howMany months to look at, at least one
    public static StopPath of(Portfolio portfolio, List<String> clients, Month stop, int howMany) {
        var steps = new ArrayList<Step>();
        var money = portfolio.balance().plus(portfolio.reserve());
        var month = Month.containing(portfolio.on());
        Month broken = null;
        for (int i = 0; i < howMany; i++) {
            var income = income(portfolio, clients, stop, month);
            var need = i == 0 ? Money.ZERO : portfolio.monthlyNeed();
            var left = money.plus(income).minus(need);
            var missing = left.isNegative() ? left.negated() : Money.ZERO;
            if (broken == null && missing.isPositive()) broken = month;
            money = left.max(Money.ZERO);
            steps.add(new Step(month, income, need, money, missing));
            month = month.next();
        }
        return new StopPath(steps, broken);
    }

    private static Money income(Portfolio portfolio, List<String> clients, Month stop, Month month) {
        return portfolio.orders().stream()
                .filter(order -> order.month().equals(month))
                .filter(order -> !clients.contains(order.client()) || month.compareTo(stop) < 0)
                .map(SignedOrder::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
