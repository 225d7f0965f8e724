package org.passerelle.collection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.invoicing.IssuedInvoice;

/// Where the collection of an invoice stands.
///
/// @param disputes newest first
/// @param litigated when it went to litigation, or null
public record Standing(
        IssuedInvoice invoice,
        int daysLate,
        List<Reminder> reminders,
        List<Dispute> disputes,
        @Nullable Instant litigated,
        Claim claim,
        Next next) {

    public Standing {
        reminders = List.copyOf(reminders);
        disputes = List.copyOf(disputes);
    }
}
