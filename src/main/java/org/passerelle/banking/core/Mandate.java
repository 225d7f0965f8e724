package org.passerelle.banking.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Iban;

/// What a debtor signed so that their account may be debited (SEPA CORE).
///
/// @param reference RUM, unique with the creditor, at most 35 characters
/// @param signedOn day of the signature
/// @param debtor holder of the account
/// @param before the mandate as it was, when reference or account changed since the last collection; null otherwise
public record Mandate(
        String reference,
        LocalDate signedOn,
        String debtor,
        Iban account,
        @Nullable Amendment before) {

    /// What changed since the last collection.
    ///
    /// @param reference the earlier RUM, or null when it is the same
    /// @param account the earlier account, or null when it is the same
    public record Amendment(
            @Nullable String reference, @Nullable Iban account) {

        public Amendment {
            if (reference == null && account == null) throw new IllegalArgumentException("an amendment of nothing");
        }
    }

    public Mandate {
        SepaText.id(reference);
    }
}
