package org.passerelle.compte;

import org.passerelle.invoicing.InvoicePaid;
import org.passerelle.invoicing.Settlement;
import org.passerelle.platform.db.Scope;
import org.passerelle.platform.db.Scopes;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Takes the fee as soon as money has come in, so that the worker never sees a balance that is not all there.
/// Asked twice it takes nothing twice.
@Component
class FeesOnCollection {

    private final Compte compte;

    FeesOnCollection(Compte compte) {
        this.compte = compte;
    }

    @ApplicationModuleListener
    void on(InvoicePaid paid) {
        Scopes.run(
                Scope.system(paid.operator()),
                () -> paid.settlement().shares().stream()
                        .map(Settlement.Share::person)
                        .distinct()
                        .forEach(person -> compte.takeFees(paid.operator(), person)));
    }
}
