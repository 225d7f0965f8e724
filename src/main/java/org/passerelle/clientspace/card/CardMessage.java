package org.passerelle.clientspace.card;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;

/// One message of the provider.
///
/// @param id of the message; the same again is the same message
/// @param fee that the provider keeps of it
/// @param at when it happened there
record CardMessage(String id, OperatorId operator, UUID payment, Kind kind, Money amount, Money fee, Instant at) {

    enum Kind {
        SUCCEEDED,
        /// Refused by the bank of the card.
        FAILED,
        /// The client left, for instance before confirming at the bank (3-D Secure).
        ABANDONED,
        REFUNDED,
        /// The bank of the card took it back.
        CHARGED_BACK
    }
}
