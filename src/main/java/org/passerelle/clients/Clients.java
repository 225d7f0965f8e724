package org.passerelle.clients;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.clients.core.ClientEdit;
import org.passerelle.clients.store.ClientStore;
import org.passerelle.identity.Trail;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.OperatorId;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Codes;
import org.passerelle.platform.once.Intents;
import org.passerelle.platform.once.Revised;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The clients of the entities in scope. What a client must hold is checked by [Client] itself; the same company may
/// stand twice, for two of its sites.
@Service
public class Clients {

    private final ClientStore store;
    private final Trail trail;
    private final Intents intents;
    private final Codes codes;
    private final List<ClientTies> ties;

    Clients(ClientStore store, Trail trail, Intents intents, Codes codes, List<ClientTies> ties) {
        this.store = store;
        this.trail = trail;
        this.intents = intents;
        this.codes = codes;
        this.ties = List.copyOf(ties);
    }

    /// Brings a client in.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `code.taken` when another client of the entity has the code
    @Transactional
    public Client register(Client client, UUID intent) {
        return register(client, intent, false);
    }

    /// The same under the next free code, whatever code the client came with: two who do so at once both succeed.
    @Transactional
    public Client registerNext(Client client, UUID intent) {
        return register(client, intent, true);
    }

    private Client register(Client client, UUID intent, boolean next) {
        var wish = wish(client, intent, "client");
        var before = store.byIntent(client.operator(), intent);
        if (before.isPresent()) return before.get();
        var coded =
                next ? client.coded(codes.next(client.operator(), "C", () -> store.codes(client.operator()))) : client;
        if (!next && store.byCode(client.operator(), client.code()).isPresent()) {
            throw new InvalidValue("code.taken", client.code());
        }
        store.insert(coded, intent);
        intents.keep(wish);
        trail.record(
                coded.operator(),
                "client.registered",
                "client",
                coded.id().toString(),
                Map.of("code", coded.code(), "kind", coded.kind().name()));
        return coded;
    }

    /// Replaces what may change: everything but id, entity and code; kind and SIREN while nothing is held in the
    /// client's name ([ClientTies]). What was issued before keeps what it said.
    ///
    /// @param seen the revision that the change was made of, see [#revised]
    /// @param intent the caller's id for this act; a replay changes nothing more
    /// @throws org.passerelle.platform.once.IntentReused when the intent was carried out with other content
    /// @throws InvalidValue `client.kind_bound`, `client.siren_bound`
    /// @throws NoSuchElementException when the scope has no such client
    @Transactional
    public Change<Client> change(Client client, int seen, UUID intent) {
        var wish = wish(client, intent, "client.change");
        if (wish.isDone()) return new Change.Changed<>(get(client.id()));
        var before = store.lock(client.id()).orElseThrow();
        if (before.revision() != seen) return new Change.Meanwhile<>(before);
        ClientEdit.check(before.value(), client, held(client.id()));
        var details = ClientEdit.details(before.value(), client);
        intents.keep(wish);
        if (details.isEmpty()) return new Change.Changed<>(before.value());
        if (!store.update(client)) throw new NoSuchElementException("client " + client.id());
        trail.record(client.operator(), "client.changed", "client", client.id().toString(), details);
        return new Change.Changed<>(get(client.id()));
    }

    /// The client and its revision, to be changed.
    ///
    /// @throws NoSuchElementException when the scope has no such client
    @Transactional(readOnly = true)
    public Revised<Client> revised(ClientId id) {
        return store.revised(id).orElseThrow();
    }

    /// What stays as it is, because something is held in the client's name.
    @Transactional(readOnly = true)
    public Held held(ClientId id) {
        return new Held(
                ties.stream().anyMatch(tie -> tie.onKind(id)), ties.stream().anyMatch(tie -> tie.onSiren(id)));
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

    private Intents.Wish wish(Client client, UUID intent, String act) {
        return intents.wish(
                client.operator(),
                intent,
                act,
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
}
