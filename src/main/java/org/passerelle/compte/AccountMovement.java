package org.passerelle.compte;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// One movement of an activity account.
///
/// @param clause where the contract allows it; every debit has one (PS-62)
/// @param amount positive when the pocket grows
/// @param piece number of the document that proves it
/// @param source the fact that was posted: `payslip:…`
public record AccountMovement(
        LocalDate date,
        Pocket pocket,
        Category category,
        String label,
        @Nullable String clause,
        Money amount,
        String piece,
        String source) {

    /// Whether it takes an advance back (SW-07).
    public boolean takesBackAdvance() {
        return Advances.isRecovery(this);
    }
}
