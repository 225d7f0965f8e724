package org.passerelle.banking.core;

import java.time.Instant;
import java.util.List;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// All that a pain.001 file says.
///
/// @param messageId unique for ever
/// @param bic the debtor's bank, 8 or 11 characters
public record TransferFile(
        String messageId, Instant created, String debtor, Iban account, String bic, List<TransferBatch> batches) {

    public TransferFile {
        batches = List.copyOf(batches);
        if (batches.isEmpty()) throw new IllegalArgumentException("a payment file without payments");
    }

    public int count() {
        return batches.stream().mapToInt(batch -> batch.transfers().size()).sum();
    }

    public Money total() {
        return batches.stream().map(TransferBatch::total).reduce(Money.ZERO, Money::plus);
    }
}
