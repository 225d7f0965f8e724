package org.passerelle.invoicing;

import org.passerelle.clients.ClientTies;
import org.passerelle.invoicing.store.InvoiceStore;
import org.passerelle.kernel.ClientId;
import org.springframework.stereotype.Component;

/// An invoice that left names its client, and a credit note must name the same one (IN-03).
@Component
class IssuedToClient implements ClientTies {

    private final InvoiceStore store;

    IssuedToClient(InvoiceStore store) {
        this.store = store;
    }

    @Override
    public boolean onKind(ClientId client) {
        return store.isIssuedTo(client);
    }

    @Override
    public boolean onSiren(ClientId client) {
        return store.isIssuedTo(client);
    }
}
