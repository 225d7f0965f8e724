package org.passerelle.clientspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.ClientDoors;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.clientspace.card.CardState;
import org.passerelle.clientspace.card.Cards;
import org.passerelle.clientspace.core.TransferCode;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Square;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// One invoice of the client: where it stands, its file, how to pay it.
@Controller
@OpenToVisitors
@RequestMapping("/espace/{token}/factures/{invoice}")
class BillPage {

    private final ClientDoors doors;
    private final ClientLinks links;
    private final Invoicing invoicing;
    private final Operators operators;
    private final Documents documents;
    private final Clients clients;
    private final Cards cards;
    private final Clock clock;

    BillPage(
            ClientDoors doors,
            ClientLinks links,
            Invoicing invoicing,
            Operators operators,
            Documents documents,
            Clients clients,
            Cards cards,
            Clock clock) {
        this.doors = doors;
        this.links = links;
        this.invoicing = invoicing;
        this.operators = operators;
        this.documents = documents;
        this.clients = clients;
        this.cards = cards;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView shown(
            @PathVariable String token,
            @PathVariable UUID invoice,
            HttpServletRequest request,
            HttpServletResponse response,
            Texts t) {
        return doors.page(token, request, response, link -> {
            var found = mine(link, invoice);
            links.seen(link, "invoice", found.number());
            return Partials.page("clientspace/bill", Map.of("view", view(found, "/espace/" + token, t)));
        });
    }

    @GetMapping("/fichier")
    ResponseEntity<byte[]> file(
            @PathVariable String token,
            @PathVariable UUID invoice,
            HttpServletRequest request,
            HttpServletResponse response) {
        return doors.open(
                token,
                request,
                response,
                link -> {
                    var found = mine(link, invoice);
                    links.seen(link, "file", found.number());
                    return Downloads.attachment(
                            found.number() + ".pdf", "application/pdf", documents.content(found.pdf()));
                },
                () -> ResponseEntity.status(410).build(),
                () -> ResponseEntity.status(429).header("Retry-After", "60").build());
    }

    /// To the provider's page; only private individuals pay by card.
    @PostMapping("/carte")
    ModelAndView card(
            @PathVariable String token,
            @PathVariable UUID invoice,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed) {
        var intent = typed.intent();
        return doors.page(token, request, response, link -> {
            var found = mine(link, invoice);
            if (!mayPayByCard(found)) throw ClientDoors.none();
            links.seen(link, "card", found.number());
            return Partials.seeOther(cards.open(link, found, "/espace/" + token + "/factures/" + found.id(), intent));
        });
    }

    private boolean mayPayByCard(IssuedInvoice invoice) {
        return cards.isOffered() && clients.get(invoice.client()).isConsumer();
    }

    private IssuedInvoice mine(ClientLink link, UUID id) {
        return invoicing
                .find(link.operator(), new InvoiceId(id))
                .filter(IssuedInvoice.class::isInstance)
                .map(IssuedInvoice.class::cast)
                .filter(one -> one.client().equals(link.client()))
                .orElseThrow(ClientDoors::none);
    }

    private BillView view(IssuedInvoice invoice, String base, Texts t) {
        var house = operators.get(invoice.operator());
        var state = SpacePage.state(invoice, Days.today(clock));
        var asked = invoice.payable();
        boolean owed = !invoice.isCreditNote() && invoice.open().isPositive();
        var said = cards.of(invoice).stream().findFirst();
        return new BillView(
                invoice.number(),
                house.name(),
                t.localize("clientspace.state." + state),
                SpacePage.tone(state),
                t.longDate(invoice.issueDate()),
                t.longDate(invoice.dueDate()),
                asked.net(),
                asked.vat(),
                asked.gross(),
                invoice.paid(),
                invoice.credited(),
                invoice.open(),
                invoice.lines().stream().map(line -> line.label()).toList(),
                owed ? transfer(invoice, house) : null,
                owed && mayPayByCard(invoice) ? base + "/factures/" + invoice.id() + "/carte" : "",
                said.map(one -> t.localize("clientspace.card." + one.name())).orElse(""),
                said.filter(one -> one == CardState.PAID).isPresent() ? "ok" : "warn",
                UUID.randomUUID(),
                base,
                base + "/factures/" + invoice.id() + "/fichier");
    }

    private static BillView.Transfer transfer(IssuedInvoice invoice, Operator house) {
        var code = TransferCode.of(house.name(), house.iban(), house.bic(), invoice.open(), invoice.number());
        return new BillView.Transfer(
                house.name(),
                house.iban().value().replaceAll("(.{4})(?=.)", "$1 "),
                house.bic(),
                invoice.open(),
                invoice.number(),
                Square.of(code));
    }
}
