package org.passerelle.compte;

import org.passerelle.invoicing.InvoicePaid;
import org.passerelle.invoicing.Settlement;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Takes the fee in the transaction that sets the money against the invoice, so that the worker never sees a balance
/// that is not all there, and two payments at once cannot both count as the first (the analytic journal's counter is
/// held since the collection was posted). Asked twice it takes nothing twice.
@Component
class FeesOnCollection {

    private final Compte compte;

    FeesOnCollection(Compte compte) {
        this.compte = compte;
    }

    @EventListener
    void on(InvoicePaid paid) {
        paid.settlement().shares().stream()
                .map(Settlement.Share::person)
                .distinct()
                .forEach(person -> compte.takeFees(paid.operator(), person));
    }
}
