package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientChange;
import org.passerelle.clients.Clients;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.platform.once.Revised;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
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
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = found(desk, client);
        var typed = ClientForm.standing(found.value()).typed(t);
        var form = form(desk, found, typed, UUID.randomUUID(), List.of(), t);
        return Partials.page("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    @PostMapping
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID client,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        var found = found(desk, client);
        int seen = Desks.seen(typed);
        var wished = fields(found.value()).read(desk.operator(), typed, t);
        if (wished == null) return again(desk, new Revised<>(found.value(), seen), typed, intent, List.of(), t);
        try {
            return switch (clients.change(wished, seen, intent)) {
                case ClientChange.Changed(var done) ->
                    Partials.seeOther(desk.href("clients/" + done.id()), Toast.ok("bureau.edit.done", done.name()));
                case ClientChange.Meanwhile(var now) -> {
                    var theirs = ClientForm.standing(now.value())
                            .differing(fields(now.value()).parts(typed, t), t);
                    yield again(desk, now, typed, intent, theirs, t);
                }
            };
        } catch (InvalidValue e) {
            ClientForm.refuse(e, typed, t);
            return again(desk, new Revised<>(found.value(), seen), typed, intent, List.of(), t);
        }
    }

    private Revised<Client> found(Desk desk, UUID client) {
        var found = clients.revised(new ClientId(client));
        if (!found.value().operator().equals(desk.operator())) throw Desks.notHere();
        return found;
    }

    private ClientForm fields(Client client) {
        return ClientForm.of(client, clients.held(client.id()));
    }

    private ModelAndView again(
            Desk desk, Revised<Client> client, Typed typed, UUID intent, List<Fact> theirs, Texts t) {
        var form = form(desk, client, typed, intent, theirs, t);
        return Partials.unprocessable("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    private Form form(Desk desk, Revised<Client> client, Typed typed, UUID intent, List<Fact> theirs, Texts t) {
        var href = desk.href("clients/" + client.value().id());
        var fields = fields(client.value());
        return new Form(
                t.localize("bureau.edit.title", client.value().name()),
                t.localize(fields.held().siren() ? "bureau.client.edit.held" : "bureau.client.edit.lead"),
                href + "/modification",
                t.localize("bureau.edit.save"),
                href,
                intent,
                fields.parts(typed, t),
                List.of(),
                typed.hasErrors(),
                client.revision(),
                theirs);
    }
}
