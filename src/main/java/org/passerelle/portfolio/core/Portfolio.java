package org.passerelle.portfolio.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Money;

/// What is known of a freelancer's clients and money on one day.
///
/// @param on the day asked about
/// @param balance available on the activity account; may be negative
/// @param reserve set aside (PS-66); not negative
/// @param monthlyNeed what a month costs: the pay one lives on with its charges; not negative
public record Portfolio(
        LocalDate on,
        List<Invoiced> invoices,
        Money balance,
        Money reserve,
        List<SignedOrder> orders,
        Money monthlyNeed) {

    public Portfolio {
        invoices = List.copyOf(invoices);
        orders = List.copyOf(orders);
    }
}
