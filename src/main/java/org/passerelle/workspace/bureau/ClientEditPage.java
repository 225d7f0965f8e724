package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.once.Change;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// A client is changed. What was issued keeps what it said.
@Controller
@OpenTo(Role.GESTIONNAIRE)
@RequestMapping("/bureau/{operator}/clients/{client}/modification")
class ClientEditPage {

    private final Desks desks;
    private final Clients clients;

    ClientEditPage(Desks desks, Clients clients) {
        this.desks = desks;
        this.clients = clients;
    }

    @GetMapping
    ModelAndView shown(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID client, Texts t) {
        var desk = desk(who, operator, t);
        return new EditForms<>(desk, new File(), t).shown(found(desk, client));
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID client,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        return new EditForms<>(desk, new File(), t).change(found(desk, client), typed);
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return desk;
    }

    private Revised<Client> found(Desk desk, UUID client) {
        var found = clients.revised(new ClientId(client));
        if (!found.value().operator().equals(desk.operator())) throw Desks.notHere();
        return found;
    }

    private final class File implements EditForms.Kind<Client> {

        private ClientForm fields(Client client) {
            return ClientForm.of(client, clients.held(client.id()));
        }

        @Override
        public String back(Desk desk, Client client) {
            return desk.href("clients/" + client.id());
        }

        @Override
        public String path() {
            return "modification";
        }

        @Override
        public String name(Client client) {
            return client.name();
        }

        @Override
        public String title(Client client, Texts t) {
            return t.localize("bureau.edit.title", client.name());
        }

        @Override
        public String lead(Client client, Texts t) {
            return t.localize(
                    clients.held(client.id()).siren() ? "bureau.client.edit.held" : "bureau.client.edit.lead");
        }

        @Override
        public Standing standing(Client client) {
            return ClientForm.standing(client);
        }

        @Override
        public List<Form.Part> parts(Client client, Typed typed, Texts t) {
            return fields(client).parts(typed, t);
        }

        @Override
        public @Nullable Change<Client> ask(Client client, Typed typed, int seen, UUID intent, Texts t) {
            var wished = fields(client).read(client.operator(), typed, t);
            return wished == null ? null : clients.change(wished, seen, intent);
        }

        @Override
        public void refuse(InvalidValue e, Typed typed, Texts t) {
            ClientForm.refuse(e, typed, t);
        }
    }
}
