package org.passerelle.banking.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// Transfers of one kind that leave one account on one day.
///
/// @param id PmtInfId, unique for ever
/// @param salaries whether the bank is told that these are salaries (SALA)
public record TransferBatch(String id, boolean salaries, LocalDate executionDate, List<Transfer> transfers) {

    public TransferBatch {
        transfers = List.copyOf(transfers);
        if (transfers.isEmpty()) throw new IllegalArgumentException("a batch without transfers: " + id);
    }

    Money total() {
        return transfers.stream().map(Transfer::amount).reduce(Money.ZERO, Money::plus);
    }

    /// @param endToEndId unique for ever
    public record Transfer(String endToEndId, String creditor, Iban account, Money amount, String remittance) {
        public Transfer {
            if (!amount.isPositive()) throw new IllegalArgumentException(endToEndId + " is not above zero");
        }
    }
}
