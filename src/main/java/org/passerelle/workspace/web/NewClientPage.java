package org.passerelle.workspace.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.Clients;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.VatNumber;
import org.passerelle.people.Person;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// A new client, brought in on the way to a mission. A private individual is never asked for a SIREN.
@Controller
@OpenTo(Role.FREELANCER)
class NewClientPage {

    private static final String TEMPLATE = "workspace/newclient";

    /// The usual term between professionals; a private individual pays on receipt.
    private static final int USUAL_TERM_DAYS = 30;

    private final MyFile files;
    private final Clients clients;

    NewClientPage(MyFile files, Clients clients) {
        this.files = files;
        this.clients = clients;
    }

    @GetMapping("/clients/nouveau")
    ModelAndView blank(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        files.of(who);
        return Partials.page(TEMPLATE, model(typed, t));
    }

    @PostMapping("/clients")
    ModelAndView register(@AuthenticationPrincipal SignedIn who, Typed typed, Texts t) {
        var me = files.of(who);
        var client = read(me, typed, t);
        if (client == null) return Partials.unprocessable(TEMPLATE, model(typed, t));
        var kept = clients.registerNext(client, typed.intent());
        return Partials.seeOther(
                "/missions/nouvelle?client=" + kept.id(), Toast.ok("workspace.client.kept", kept.name()));
    }

    private @Nullable Client read(Person me, Typed typed, Texts t) {
        var kind = Arrays.stream(ClientKind.values())
                .filter(value -> value.name().equals(typed.text("type")))
                .findFirst()
                .orElse(ClientKind.COMPANY);
        var name = typed.mustText("nom");
        var email = typed.mustText("email");
        var line1 = typed.mustText("adresse");
        var postcode = typed.mustText("codepostal");
        var city = typed.mustText("ville");
        boolean consumer = kind == ClientKind.CONSUMER;
        var siren = consumer ? null : typed.must("siren", text -> new Siren(text.replaceAll("\\s", "")));
        var vat = consumer ? null : typed.value("tva", text -> new VatNumber(text.replaceAll("\\s", "")));
        if (typed.hasErrors()) return null;
        try {
            return new Client(
                    ClientId.random(),
                    me.operator(),
                    Client.UNCODED,
                    kind,
                    name,
                    siren,
                    null,
                    vat,
                    new PostalAddress(line1, "", postcode, city, "FR"),
                    email,
                    null,
                    consumer ? 0 : USUAL_TERM_DAYS);
        } catch (InvalidValue e) {
            typed.refuse(e.code().startsWith("email") ? "email" : "nom", t.error(e));
            return null;
        }
    }

    private static Map<String, Object> model(Typed typed, Texts t) {
        var kinds = Arrays.stream(ClientKind.values())
                .map(kind -> new Option(kind.name(), t.localize("workspace.client.kind." + kind.name()), false))
                .toList();
        var fields = List.of(
                typed.back(Field.select("type", t.localize("workspace.client.kind"), kinds)),
                typed.back(
                        Field.text("nom", t.localize("workspace.client.name")).must()),
                typed.back(Field.text("siren", t.localize("workspace.client.siren"))
                        .hint(t.localize("workspace.client.siren.hint"))),
                typed.back(Field.text("tva", t.localize("workspace.client.vat"))
                        .hint(t.localize("workspace.client.vat.hint"))),
                typed.back(Field.of("email", "email", t.localize("workspace.client.email"))
                        .must()),
                typed.back(Field.text("adresse", t.localize("workspace.client.address"))
                        .must()),
                typed.back(Field.text("codepostal", t.localize("workspace.client.postcode"))
                        .must()),
                typed.back(
                        Field.text("ville", t.localize("workspace.client.city")).must()));
        return Map.of("fields", fields, "wrong", typed.hasErrors(), "intent", UUID.randomUUID());
    }
}
