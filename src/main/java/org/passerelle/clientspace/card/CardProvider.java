package org.passerelle.clientspace.card;

import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;

/// Who takes cards for us. No card number ever comes to our server: the client types it on the provider's page.
public interface CardProvider {

    /// As it is kept with each payment: `local`.
    String name();

    /// Where the client goes on, with the provider's page.
    ///
    /// @param request all that the provider must say back in its messages
    /// @return a path of ours: a provider elsewhere needs its host on the list of places we send people to (S-24)
    String page(Request request);

    /// What the provider signs its messages with; nothing is accepted without it.
    byte[] secret();

    /// @param label as the client reads it at the provider
    /// @param back path of the invoice, where the client comes back to
    record Request(OperatorId operator, java.util.UUID payment, Money amount, String label, String back) {}
}
