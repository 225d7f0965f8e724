package org.passerelle.collection;

import java.time.Instant;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;

/// A reminder that left.
///
/// @param open what was owed then
public record Reminder(
        InvoiceId invoice, Step step, Instant at, String email, String subject, String text, Money open) {}
