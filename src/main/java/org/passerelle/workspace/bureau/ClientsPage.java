package org.passerelle.workspace.bureau;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Client;
import org.passerelle.clients.ClientKind;
import org.passerelle.clients.Clients;
import org.passerelle.clients.ElectronicAddress;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Siren;
import org.passerelle.kernel.Siret;
import org.passerelle.kernel.VatNumber;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Clients. A private individual has a form of its own, without SIREN or SIRET (PS-01).
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/clients")
class ClientsPage {

    private static final String CONSUMER = "particulier";

    private final Desks desks;
    private final Clients clients;
    private final Invoicing invoicing;

    ClientsPage(Desks desks, Clients clients, Invoicing invoicing) {
        this.desks = desks;
        this.clients = clients;
        this.invoicing = invoicing;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        var columns = List.of(
                Column.text(t.localize("bureau.col.client")),
                Column.text(t.localize("bureau.col.kind")),
                Column.text("SIREN"),
                Column.text(t.localize("bureau.address.city")));
        var rows = clients.all(desk.operator()).stream()
                .map(client -> List.of(
                        Cell.link(client.name(), client.code(), desk.href("clients/" + client.id())),
                        Cell.text(t.localize("bureau.client." + client.kind().name())),
                        Cell.text(client.siren() == null ? "" : client.siren().value()),
                        Cell.text(client.address().city())))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.CLIENTS"))
                .list(new Listing(t.localize("bureau.clients.all"), columns, rows, t.localize("bureau.clients.none")));
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.client.new"), desk.href("clients/nouveau"))
                    .link(t.localize("bureau.client.new.consumer"), desk.href("clients/nouveau?type=" + CONSUMER));
        }
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @GetMapping("/{client}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID client, Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        var found = clients.find(new ClientId(client))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @GetMapping("/nouveau")
    ModelAndView blank(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(defaultValue = "") String type,
            Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var typed = new Typed(Map.of("country", new String[] {"FR"}, "term", new String[] {"30"}), t);
        return Partials.page(
                "workspace/bureau/form",
                Map.of("desk", desk, "form", form(desk, typed, UUID.randomUUID(), type.equals(CONSUMER), t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping
    ModelAndView register(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        boolean consumer = typed.text("type").equals(CONSUMER);
        var client = read(desk, typed, consumer, t);
        if (client == null) {
            return Partials.unprocessable(
                    "workspace/bureau/form", Map.of("desk", desk, "form", form(desk, typed, intent, consumer, t)));
        }
        var done = clients.register(client, intent);
        return Partials.seeOther(desk.href("clients/" + done.id()), Toast.ok("bureau.client.registered", done.name()));
    }

    private @Nullable Client read(Desk desk, Typed typed, boolean consumer, Texts t) {
        var name = typed.mustText("name");
        var line1 = typed.mustText("line1");
        var postcode = typed.mustText("postcode");
        var city = typed.mustText("city");
        var email = typed.mustText("email");
        var siren = consumer ? null : typed.value("siren", Siren::of);
        var siret = consumer ? null : typed.value("siret", Siret::of);
        var vat = consumer ? null : typed.value("vat", VatNumber::of);
        var electronic = consumer ? null : typed.value("electronic", ElectronicAddress::of);
        var term = typed.must("term", ClientsPage::whole);
        if (typed.hasErrors() || term == null) return null;
        try {
            return new Client(
                    ClientId.random(),
                    desk.operator(),
                    clients.nextCode(desk.operator()),
                    consumer ? ClientKind.CONSUMER : ClientKind.valueOf(typed.text("kind")),
                    name,
                    siren == null && siret != null ? siret.siren() : siren,
                    siret,
                    vat == null && siren != null ? siren.vatNumber() : vat,
                    new PostalAddress(line1, typed.text("line2"), postcode, city, country(typed)),
                    email,
                    electronic,
                    term);
        } catch (InvalidValue e) {
            typed.refuse(fieldOf(e.code()), t.error(e));
            return null;
        }
    }

    private static String fieldOf(String code) {
        return switch (code) {
            case "siren.missing" -> "siren";
            case "vat.missing" -> "vat";
            case "siret.siren" -> "siret";
            case "email.format" -> "email";
            case "payment_term.range" -> "term";
            case "country.format" -> "country";
            default -> "name";
        };
    }

    private static String country(Typed typed) {
        return typed.text("country").isEmpty() ? "FR" : typed.text("country").toUpperCase(java.util.Locale.ROOT);
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("number.format", text);
        }
    }

    private static Form form(Desk desk, Typed typed, UUID intent, boolean consumer, Texts t) {
        var who = new java.util.ArrayList<Field>();
        if (!consumer) {
            who.add(typed.back(Field.select(
                    "kind",
                    t.localize("bureau.col.kind"),
                    Arrays.stream(ClientKind.values())
                            .filter(ClientKind::isEnterprise)
                            .map(kind -> new Option(kind.name(), t.localize("bureau.client." + kind.name()), false))
                            .toList())));
        }
        who.add(typed.back(Field.text("name", t.localize(consumer ? "bureau.client.person" : "bureau.client.name"))
                .must()));
        who.add(typed.back(
                Field.of("email", "email", t.localize("bureau.email")).must()));
        if (!consumer) {
            who.add(typed.back(Field.text("siren", "SIREN").hint(t.localize("bureau.client.siren.hint"))));
            who.add(typed.back(Field.text("siret", "SIRET").hint(t.localize("bureau.client.siret.hint"))));
            who.add(typed.back(
                    Field.text("vat", t.localize("bureau.client.vat")).hint(t.localize("bureau.client.vat.hint"))));
            who.add(typed.back(Field.text("electronic", t.localize("bureau.client.electronic"))
                    .hint(t.localize("bureau.client.electronic.hint"))));
        }
        who.add(typed.back(Field.of("number", "term", t.localize("bureau.client.term"))
                .must()
                .hint(t.localize("bureau.client.term.hint"))));
        var address = List.of(
                typed.back(
                        Field.text("line1", t.localize("bureau.address.line1")).must()),
                typed.back(Field.text("line2", t.localize("bureau.address.line2"))),
                typed.back(Field.text("postcode", t.localize("bureau.address.postcode"))
                        .must()),
                typed.back(Field.text("city", t.localize("bureau.address.city")).must()),
                typed.back(Field.text("country", t.localize("bureau.address.country"))
                        .hint("FR, BE, CH…")));
        return new Form(
                t.localize(consumer ? "bureau.client.new.consumer" : "bureau.client.new"),
                t.localize(consumer ? "bureau.client.consumer.lead" : "bureau.client.lead"),
                desk.href(consumer ? "clients?type=" + CONSUMER : "clients"),
                t.localize("bureau.client.register"),
                desk.href("clients"),
                intent,
                List.of(
                        new Form.Part(t.localize("bureau.col.client"), who),
                        new Form.Part(t.localize("bureau.address"), address)),
                List.of(),
                typed.hasErrors());
    }

    private Sheet sheet(Desk desk, Client client, Texts t) {
        var facts = new java.util.ArrayList<Fact>();
        facts.add(Fact.of(
                t.localize("bureau.col.kind"),
                t.localize("bureau.client." + client.kind().name())));
        if (client.siren() != null) facts.add(Fact.of("SIREN", client.siren().value()));
        if (client.siret() != null) facts.add(Fact.of("SIRET", client.siret().value()));
        if (client.vat() != null) {
            facts.add(Fact.of(t.localize("bureau.client.vat"), client.vat().value()));
        }
        facts.add(Fact.of(t.localize("bureau.email"), client.email()));
        facts.add(Fact.of(t.localize("bureau.address"), client.address().oneLine()));
        facts.add(Fact.of(
                t.localize("bureau.client.electronic"),
                client.electronicAddress().value()));
        facts.add(
                Fact.of(t.localize("bureau.client.term"), t.localize("bureau.client.days", client.paymentTermDays())));
        var rows = invoicing.issued(desk.operator()).stream()
                .filter(invoice -> invoice.client().equals(client.id()))
                .map(invoice -> InvoicesDeskPage.row(desk, invoice, t))
                .toList();
        return Sheet.titled(client.name())
                .above(client.code())
                .facts(t.localize("bureau.col.client"), facts)
                .list(new Listing(
                        t.localize("bureau.place.INVOICES"),
                        InvoicesDeskPage.columns(t),
                        rows,
                        t.localize("bureau.invoices.none")))
                .done();
    }
}
