package org.passerelle.ledger.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// The opening entry of a year, first in its FEC (rule 9): what the accounts of classes 1 to 5 held, and the result of
/// the year before as one sum. Interpretation: the running balances of the house go through the years, so the entry is
/// worked out when the file is written and bears the number 0, before the first posted entry.
public final class OpeningEntry {

    private static final String PROFIT = "120000";
    private static final String LOSS = "129000";

    private OpeningEntry() {}

    /// @param account number, or `result` for the sum of classes 6 and 7
    /// @param balance debit positive
    public record Balance(
            String account, @Nullable String aux, @Nullable String auxLabel, Money balance) {}

    /// @param next the first posted entry's day of validation, which the opening's never follows (rule 9)
    public static List<FecLine> of(List<Balance> balances, int year, LocalDate next) {
        var day = LocalDate.of(year, 1, 1);
        var valid = next.isBefore(day) ? next : day;
        return balances.stream().map(balance -> line(balance, day, valid)).toList();
    }

    private static FecLine line(Balance held, LocalDate day, LocalDate valid) {
        boolean debit = held.balance().isPositive();
        var account = held.account().equals("result") ? debit ? LOSS : PROFIT : held.account();
        return new FecLine(
                "AN",
                0,
                day,
                account,
                held.aux(),
                held.auxLabel(),
                "AN-" + day.getYear(),
                day,
                "À-nouveaux au " + day,
                debit ? held.balance() : Money.ZERO,
                debit ? Money.ZERO : held.balance().negated(),
                null,
                null,
                valid);
    }
}
