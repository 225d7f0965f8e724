package org.passerelle.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.EntryId;
import org.passerelle.kernel.Money;

/// One line of an account as it is read back, in the order of the book.
///
/// @param credited positive: credited; negative: debited
/// @param balance credit balance of the worker's selected accounts after this line
public record Movement(
        EntryId entry,
        long number,
        LocalDate date,
        String journal,
        String account,
        String source,
        String pieceRef,
        String label,
        @Nullable String category,
        @Nullable String clause,
        Money credited,
        Money balance) {}
