package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.clients.Client;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.ClientId;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
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
    private final ClientLinks links;
    private final Clock clock;

    ClientsPage(Desks desks, Clients clients, Invoicing invoicing, ClientLinks links, Clock clock) {
        this.desks = desks;
        this.clients = clients;
        this.invoicing = invoicing;
        this.links = links;
        this.clock = clock;
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
        var found = found(desk, client);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, who, t)));
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
        var typed = new Standing().put("country", "FR").put("term", "30").typed(t);
        var form = form(desk, typed, UUID.randomUUID(), type.equals(CONSUMER), t);
        return Partials.page("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping
    ModelAndView register(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        boolean consumer = typed.text("type").equals(CONSUMER);
        var client = ClientForm.fresh(consumer).read(desk.operator(), typed, t);
        if (client == null) {
            var form = form(desk, typed, intent, consumer, t);
            return Partials.unprocessable("workspace/bureau/form", Map.of("desk", desk, "form", form));
        }
        var done = clients.registerNext(client, intent);
        return Partials.seeOther(desk.href("clients/" + done.id()), Toast.ok("bureau.client.registered", done.name()));
    }

    /// A link to the client's own pages, by mail.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{client}/lien")
    ModelAndView link(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID client,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var intent = Desks.intent(typed);
        var found = found(desk, client);
        links.send(desk.operator(), found.id(), typed.checked("jours"), intent);
        return Partials.seeOther(desk.href("clients/" + found.id()), Toast.ok("bureau.client.pages.sent"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{client}/lien/fin")
    ModelAndView revoke(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID client,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.CLIENTS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        Desks.intent(typed);
        var found = found(desk, client);
        links.revoke(desk.operator(), found.id());
        return Partials.seeOther(desk.href("clients/" + found.id()), Toast.ok("bureau.client.pages.revoked"));
    }

    private Client found(Desk desk, UUID client) {
        return clients.find(new ClientId(client))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private static Form form(Desk desk, Typed typed, UUID intent, boolean consumer, Texts t) {
        return Form.fresh(
                t.localize(consumer ? "bureau.client.new.consumer" : "bureau.client.new"),
                t.localize(consumer ? "bureau.client.consumer.lead" : "bureau.client.lead"),
                desk.href(consumer ? "clients?type=" + CONSUMER : "clients"),
                t.localize("bureau.client.register"),
                desk.href("clients"),
                intent,
                ClientForm.fresh(consumer).parts(typed, t),
                List.of(),
                typed.hasErrors());
    }

    private Sheet sheet(Desk desk, Client client, SignedIn who, Texts t) {
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
        facts.add(Fact.of(
                t.localize("bureau.client.pages"),
                links.of(desk.operator(), client.id()).stream()
                        .filter(link -> link.isLive(clock.instant()))
                        .findFirst()
                        .map(link -> t.localize("bureau.client.pages.live", t.date(Days.of(link.expiresAt()))))
                        .orElseGet(() -> t.localize("bureau.client.pages.none"))));
        var rows = invoicing.issuedTo(desk.operator(), client.id()).stream()
                .map(invoice -> InvoicesDeskPage.row(desk, invoice, t))
                .toList();
        var sheet = Sheet.titled(client.name())
                .above(client.code())
                .facts(t.localize("bureau.col.client"), facts)
                .list(new Listing(
                        t.localize("bureau.place.INVOICES"),
                        InvoicesDeskPage.columns(t),
                        rows,
                        t.localize("bureau.invoices.none")));
        var live = links.of(desk.operator(), client.id()).stream()
                .filter(link -> link.isLive(clock.instant()))
                .toList();
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.edit"), desk.href("clients/" + client.id() + "/modification"));
            sheet.act(Act.saying(
                    t.localize("bureau.client.pages.send"),
                    t.localize("bureau.client.pages.hint", client.email()),
                    desk.href("clients/" + client.id() + "/lien"),
                    Field.of("checkbox", "jours", t.localize("bureau.client.pages.days"))));
            if (!live.isEmpty()) {
                sheet.act(Act.saying(
                        t.localize("bureau.client.pages.revoke"),
                        t.localize("bureau.client.pages.revoke.hint"),
                        desk.href("clients/" + client.id() + "/lien/fin")));
            }
        }
        return sheet.done();
    }
}
