package org.passerelle.banking.core;

import java.time.Instant;
import java.util.List;
import org.passerelle.kernel.CreditorId;
import org.passerelle.kernel.Iban;
import org.passerelle.kernel.Money;

/// All that a pain.008 file says.
///
/// @param messageId unique for ever
/// @param creditor who is paid
/// @param account of the creditor
/// @param bic the creditor's bank, 8 or 11 characters
public record CollectionFile(
        String messageId,
        Instant created,
        String creditor,
        CreditorId creditorId,
        Iban account,
        String bic,
        List<CollectionBatch> batches) {

    public CollectionFile {
        batches = List.copyOf(batches);
        if (batches.isEmpty()) throw new IllegalArgumentException("a collection file without collections");
    }

    public int count() {
        return batches.stream().mapToInt(batch -> batch.collections().size()).sum();
    }

    public Money total() {
        return batches.stream().map(CollectionBatch::total).reduce(Money.ZERO, Money::plus);
    }
}
