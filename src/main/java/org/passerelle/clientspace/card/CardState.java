package org.passerelle.clientspace.card;

import java.util.Set;

/// Where a payment stands. It follows from what was said, not from the order in which it came.
public enum CardState {
    OPEN,
    FAILED,
    ABANDONED,
    PAID,
    REFUNDED,
    CHARGED_BACK;

    static CardState of(Set<CardMessage.Kind> said) {
        if (said.contains(CardMessage.Kind.CHARGED_BACK)) return CHARGED_BACK;
        if (said.contains(CardMessage.Kind.REFUNDED)) return REFUNDED;
        if (said.contains(CardMessage.Kind.SUCCEEDED)) return PAID;
        if (said.contains(CardMessage.Kind.FAILED)) return FAILED;
        return said.contains(CardMessage.Kind.ABANDONED) ? ABANDONED : OPEN;
    }
}
