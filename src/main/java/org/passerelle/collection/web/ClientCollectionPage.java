package org.passerelle.collection.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.passerelle.clientspace.ClientDoors;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.collection.Collection;
import org.passerelle.collection.Dispute;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.operators.Operators;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// On the client's pages: an invoice contested, the statement of account.
@Controller
@OpenToVisitors
@RequestMapping("/espace/{token}")
class ClientCollectionPage {

    private final ClientDoors doors;
    private final ClientLinks links;
    private final Collection collection;
    private final Invoicing invoicing;
    private final Operators operators;

    ClientCollectionPage(
            ClientDoors doors, ClientLinks links, Collection collection, Invoicing invoicing, Operators operators) {
        this.doors = doors;
        this.links = links;
        this.collection = collection;
        this.invoicing = invoicing;
        this.operators = operators;
    }

    @GetMapping("/releve")
    ResponseEntity<byte[]> statement(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return doors.open(
                token,
                request,
                response,
                link -> {
                    links.seen(link, "statement", "");
                    return Downloads.attachment(
                            "releve-de-compte.pdf",
                            "application/pdf",
                            collection.statement(link.operator(), link.client()));
                },
                () -> ResponseEntity.status(410).build(),
                () -> ResponseEntity.status(429).header("Retry-After", "60").build());
    }

    @GetMapping("/factures/{invoice}/litige")
    ModelAndView shown(
            @PathVariable String token,
            @PathVariable UUID invoice,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        return doors.page(token, request, response, link -> {
            var found = mine(link, invoice);
            links.seen(link, "dispute", found.number());
            return Partials.page("collection/dispute", Map.of("view", view(found, token, typed, t)));
        });
    }

    @PostMapping("/factures/{invoice}/litige")
    ModelAndView said(
            @PathVariable String token,
            @PathVariable UUID invoice,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed,
            Texts t) {
        var intent = typed.intent();
        return doors.page(token, request, response, link -> {
            var found = mine(link, invoice);
            var reason = typed.mustText("reason");
            if (typed.hasErrors()) {
                return Partials.unprocessable("collection/dispute", Map.of("view", view(found, token, typed, t)));
            }
            collection.dispute(link.operator(), found.id(), Dispute.By.CLIENT, reason, intent);
            return Partials.seeOther(
                    "/espace/" + token + "/factures/" + found.id(), Toast.ok("collection.dispute.done"));
        });
    }

    private IssuedInvoice mine(ClientLink link, UUID id) {
        return invoicing
                .find(link.operator(), new InvoiceId(id))
                .filter(IssuedInvoice.class::isInstance)
                .map(IssuedInvoice.class::cast)
                .filter(one -> one.client().equals(link.client()) && !one.isCreditNote())
                .orElseThrow(ClientDoors::none);
    }

    private DisputeView view(IssuedInvoice invoice, String token, Typed typed, Texts t) {
        var back = "/espace/" + token + "/factures/" + invoice.id();
        return new DisputeView(
                invoice.number(),
                operators.get(invoice.operator()).name(),
                collection.of(invoice).disputes().stream()
                        .filter(Dispute::isOpen)
                        .findFirst()
                        .map(one -> t.localize("collection.dispute.said", t.moment(one.openedAt()), one.reason()))
                        .orElse(""),
                typed.back(Field.of("textarea", "reason", t.localize("collection.dispute.reason"))
                        .must()),
                typed.hasErrors(),
                back,
                back + "/litige",
                UUID.randomUUID());
    }
}
