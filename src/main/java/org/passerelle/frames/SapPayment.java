package org.passerelle.frames;

import java.util.Map;
import org.passerelle.kernel.Money;

/// How a visit of services à la personne was paid. Cash alone opens no tax credit (SP-12, C. trav. D7233-3) and stays
/// out of the yearly certificate (SP-13).
public enum SapPayment {
    CARD,
    DIRECT_DEBIT,
    TRANSFER,
    INTERBANK_ORDER,
    CHEQUE,
    CESU,
    CASH;

    public boolean opensTaxCredit() {
        return this != CASH;
    }

    /// What the certificate may add up.
    public static Money certified(Map<SapPayment, Money> paid) {
        return paid.entrySet().stream()
                .filter(p -> p.getKey().opensTaxCredit())
                .map(Map.Entry::getValue)
                .reduce(Money.ZERO, Money::plus);
    }
}
