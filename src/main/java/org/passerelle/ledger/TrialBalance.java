package org.passerelle.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// Every account of an operator with its sums.
public record TrialBalance(List<Row> rows) {

    public TrialBalance {
        rows = List.copyOf(rows);
    }

    /// @param aux sub-ledger code, null for the rest of the account
    public record Row(
            String account, String label, @Nullable String aux, Money debit, Money credit) {
        public Money balance() {
            return debit.minus(credit);
        }
    }

    public Money debit() {
        return rows.stream().map(Row::debit).reduce(Money.ZERO, Money::plus);
    }

    public Money credit() {
        return rows.stream().map(Row::credit).reduce(Money.ZERO, Money::plus);
    }
}
