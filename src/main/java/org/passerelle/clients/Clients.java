package org.passerelle.clients;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.clients.store.ClientStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The clients of the entities in scope. What a client must hold is checked by [Client] itself; the same company may
/// stand twice, for two of its sites.
@Service
public class Clients {

    private final ClientStore store;
    private final Trail trail;
    private final Intents intents;

    Clients(ClientStore store, Trail trail, Intents intents) {
        this.store = store;
        this.trail = trail;
        this.intents = intents;
    }

    /// Brings a client in.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `code.taken` when another client of the entity has the code
    @Transactional
    public Client register(Client client, UUID intent) {
        var wish = wish(client, intent);
        var before = store.byIntent(client.operator(), intent);
        if (before.isPresent()) return before.get();
        if (store.byCode(client.operator(), client.code()).isPresent()) {
            throw new InvalidValue("code.taken", client.code());
        }
        store.insert(client, intent);
        intents.keep(wish);
        record(client, "client.registered");
        return store.byIntent(client.operator(), intent).orElseThrow();
    }

    /// Replaces what may change: everything but id, entity and code.
    ///
    /// @throws NoSuchElementException when the scope has no such client
    @Transactional
    public Client change(Client client) {
        if (!store.update(client)) throw new NoSuchElementException("client " + client.id());
        record(client, "client.changed");
        return get(client.id());
    }

    @Transactional(readOnly = true)
    public Optional<Client> find(ClientId id) {
        return store.find(id);
    }

    /// @throws NoSuchElementException when the scope has no such client
    @Transactional(readOnly = true)
    public Client get(ClientId id) {
        return store.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Client> byCode(OperatorId operator, String code) {
        return store.byCode(operator, code);
    }

    /// The entity's clients by code.
    @Transactional(readOnly = true)
    public List<Client> all(OperatorId operator) {
        return store.all(operator);
    }

    /// Those that the one who acts brought in, by code.
    @Transactional(readOnly = true)
    public List<Client> broughtByMe(OperatorId operator) {
        return store.broughtBy(operator, Scopes.current().actor());
    }

    /// The next free code: `C-001`.
    @Transactional(readOnly = true)
    public String nextCode(OperatorId operator) {
        var taken = store.all(operator).stream().map(Client::code).toList();
        int number = taken.size() + 1;
        while (taken.contains("C-%03d".formatted(number))) number++;
        return "C-%03d".formatted(number);
    }

    private Intents.Wish wish(Client client, UUID intent) {
        return intents.wish(
                client.operator(),
                intent,
                "client",
                client.kind(),
                client.name(),
                client.siren(),
                client.siret(),
                client.vat(),
                client.address(),
                client.email(),
                client.eInvoiceAddress(),
                client.paymentTermDays());
    }

    private void record(Client client, String action) {
        var details = Map.of("code", client.code(), "kind", client.kind().name());
        trail.record(client.operator(), action, "client", client.id().toString(), details);
    }
}
