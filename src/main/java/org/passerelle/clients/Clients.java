package org.passerelle.clients;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.OperatorId;
import org.springframework.stereotype.Service;

/// The clients of the entities in scope.
@Service
public class Clients {

    /// Brings a client in.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    public Registration register(Client client, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// Replaces what may change: everything but id, entity and code.
    public Registration change(Client client) {
        throw new UnsupportedOperationException();
    }

    public Optional<Client> find(ClientId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such client
    public Client get(ClientId id) {
        return find(id).orElseThrow();
    }

    public Optional<Client> byCode(OperatorId operator, String code) {
        throw new UnsupportedOperationException();
    }

    /// The entity's clients by code.
    public List<Client> all(OperatorId operator) {
        throw new UnsupportedOperationException();
    }

    /// The next free code: `C-001`.
    public String nextCode(OperatorId operator) {
        throw new UnsupportedOperationException();
    }
}
