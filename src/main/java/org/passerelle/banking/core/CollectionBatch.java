package org.passerelle.banking.core;

import java.time.LocalDate;
import java.util.List;
import org.passerelle.kernel.Money;

/// Direct debits of one kind, due on one day.
///
/// @param id PmtInfId, unique for ever
/// @param sequence of all mandates in it: a batch holds one kind only
/// @param collectionDate a TARGET day
public record CollectionBatch(String id, Sequence sequence, LocalDate collectionDate, List<Collection> collections) {

    /// Where a mandate stands in its series.
    public enum Sequence {
        /// The first of several.
        FRST,
        /// One of several.
        RCUR,
        /// The last one.
        FNAL,
        /// The only one.
        OOFF
    }

    public CollectionBatch {
        collections = List.copyOf(collections);
        if (collections.isEmpty()) throw new IllegalArgumentException("a batch without collections: " + id);
    }

    Money total() {
        return collections.stream().map(Collection::amount).reduce(Money.ZERO, Money::plus);
    }

    /// One debit.
    ///
    /// @param endToEndId unique for ever; comes back when the debit is returned
    public record Collection(String endToEndId, Mandate mandate, Money amount, String remittance) {

        public Collection {
            if (!amount.isPositive()) throw new IllegalArgumentException(endToEndId + " is not above zero");
        }
    }
}
