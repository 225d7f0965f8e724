package org.passerelle.clients;

import org.passerelle.kernel.ClientId;

/// Told by those downstream who hold something in a client's name.
public interface ClientTies {

    /// A mission was agreed because the client is of this kind (PS-01): the kind stays.
    boolean onKind(ClientId client);

    /// An invoice names this enterprise: the SIREN stays.
    boolean onSiren(ClientId client);
}
