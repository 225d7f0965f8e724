package org.passerelle.clients;

import org.passerelle.platform.once.Revised;

/// What came of the wish to change a client.
public sealed interface ClientChange {

    /// It is done, now or by the same wish before.
    record Changed(Client client) implements ClientChange {}

    /// A colleague changed it first; nothing was written.
    ///
    /// @param now as it stands
    record Meanwhile(Revised<Client> now) implements ClientChange {}
}
