package org.passerelle.clientspace.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.clients.Clients;
import org.passerelle.clientspace.ClientDoors;
import org.passerelle.clientspace.ClientLink;
import org.passerelle.clientspace.ClientLinks;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.ContractState;
import org.passerelle.contracts.Contracts;
import org.passerelle.contracts.Invitations;
import org.passerelle.contracts.Party;
import org.passerelle.contracts.Renunciations;
import org.passerelle.identity.OpenToVisitors;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.ContractId;
import org.passerelle.kernel.Money;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The first of a client's pages: what waits, then all invoices and papers. Papers are signed and contracts withdrawn
/// from on the signing page (CO-06).
@Controller
@OpenToVisitors
@RequestMapping("/espace/{token}")
class SpacePage {

    private final ClientDoors doors;
    private final ClientLinks links;
    private final Clients clients;
    private final Operators operators;
    private final Invoicing invoicing;
    private final Contracts contracts;
    private final Renunciations renunciations;
    private final Invitations invitations;
    private final ReportedDays reported;
    private final Clock clock;

    SpacePage(
            ClientDoors doors,
            ClientLinks links,
            Clients clients,
            Operators operators,
            Invoicing invoicing,
            Contracts contracts,
            Renunciations renunciations,
            Invitations invitations,
            ReportedDays reported,
            Clock clock) {
        this.doors = doors;
        this.links = links;
        this.clients = clients;
        this.operators = operators;
        this.invoicing = invoicing;
        this.contracts = contracts;
        this.renunciations = renunciations;
        this.invitations = invitations;
        this.reported = reported;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView shown(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Texts t) {
        return doors.page(token, request, response, link -> {
            links.seen(link, "pages", "");
            return Partials.page("clientspace/space", Map.of("view", view(link, "/espace/" + token, t)));
        });
    }

    @GetMapping("/papiers/{contract}")
    ResponseEntity<byte[]> paper(
            @PathVariable String token,
            @PathVariable UUID contract,
            HttpServletRequest request,
            HttpServletResponse response) {
        return doors.open(
                token,
                request,
                response,
                link -> {
                    var found = mine(link, contract);
                    links.seen(link, "paper", found.code());
                    return Downloads.attachment(found.code() + ".pdf", "application/pdf", contracts.pdf(found.id()));
                },
                () -> ResponseEntity.status(410).build(),
                () -> ResponseEntity.status(429).header("Retry-After", "60").build());
    }

    /// To the page where the paper is read, signed, refused or withdrawn from.
    @PostMapping("/papiers/{contract}")
    ModelAndView sign(
            @PathVariable String token,
            @PathVariable UUID contract,
            HttpServletRequest request,
            HttpServletResponse response,
            Typed typed) {
        typed.intent();
        return doors.page(token, request, response, link -> {
            var found = mine(link, contract);
            links.seen(link, "signing", found.code());
            return Partials.seeOther(
                    invitations.path(found, clients.get(link.client())).orElseThrow(ClientDoors::none));
        });
    }

    private Contract mine(ClientLink link, UUID id) {
        return contracts
                .find(new ContractId(id))
                .filter(one -> isShown(link, one))
                .orElseThrow(ClientDoors::none);
    }

    /// Papers that the client signs; what the entity signs with the worker alone is none of them.
    private static boolean isShown(ClientLink link, Contract contract) {
        return link.client().equals(contract.client())
                && contract.sent() != null
                && Contracts.signers(contract.kind()).contains(Party.CLIENT);
    }

    private SpaceView view(ClientLink link, String base, Texts t) {
        var client = clients.get(link.client());
        var today = Days.today(clock);
        var waiting = new ArrayList<SpaceView.Waiting>();
        var open = Money.ZERO;
        var invoices = new ArrayList<SpaceView.Row>();
        for (var invoice : invoicing.issuedTo(link.operator(), link.client())) {
            invoices.add(row(invoice, base, today, t));
            if (invoice.isCreditNote() || !invoice.open().isPositive()) continue;
            open = open.plus(invoice.open());
            waiting.add(toPay(invoice, base, today, t));
        }
        var papers = contracts.all(link.operator()).stream()
                .filter(one -> isShown(link, one))
                .toList();
        papers.stream().filter(this::isToSign).map(one -> toSign(one, base, t)).forEach(waiting::add);
        var days = link.asksDays() ? reported.of(link, base, t) : List.<ReportedDays.Asked>of();
        days.stream()
                .filter(ReportedDays.Asked::waits)
                .map(one -> new SpaceView.Waiting(
                        t.localize("clientspace.days.wait", t.ofMonth(one.month())),
                        one.row().title(),
                        t.localize("clientspace.days.look"),
                        one.row().href(),
                        false,
                        false,
                        UUID.randomUUID()))
                .forEach(waiting::add);
        return new SpaceView(
                client.name(),
                operators.get(link.operator()).name(),
                t.longDate(Days.of(link.expiresAt())),
                base,
                open,
                waiting,
                invoices,
                papers.stream().map(one -> paper(one, base, t)).toList(),
                days.stream().map(ReportedDays.Asked::row).toList());
    }

    private boolean isToSign(Contract contract) {
        return contract.stateAt(clock.instant()) == ContractState.TO_SIGN
                && contract.next(Contracts.signers(contract.kind())).orElse(null) == Party.CLIENT;
    }

    private SpaceView.Waiting toSign(Contract contract, String base, Texts t) {
        return new SpaceView.Waiting(
                contracts.paper(contract.id()).title(),
                contract.code(),
                t.localize("clientspace.paper.sign"),
                base + "/papiers/" + contract.id(),
                false,
                true,
                UUID.randomUUID());
    }

    private SpaceView.PaperRow paper(Contract contract, String base, Texts t) {
        var state = contract.stateAt(clock.instant());
        var href = base + "/papiers/" + contract.id();
        var act = isToSign(contract)
                ? t.localize("clientspace.paper.sign")
                : renunciations.openUntil(contract).isPresent() ? t.localize("clientspace.paper.renounce") : "";
        return new SpaceView.PaperRow(
                contracts.paper(contract.id()).title(),
                contract.code(),
                t.localize("contracts.state." + state.name()),
                state == ContractState.SIGNED ? "ok" : state == ContractState.TO_SIGN ? "warn" : "quiet",
                href,
                act,
                href,
                UUID.randomUUID());
    }

    private static SpaceView.Waiting toPay(IssuedInvoice invoice, String base, LocalDate today, Texts t) {
        boolean late = invoice.dueDate().isBefore(today);
        return new SpaceView.Waiting(
                t.localize("clientspace.pay.wait", invoice.number(), t.money(invoice.open())),
                t.localize(late ? "clientspace.pay.was_due" : "clientspace.pay.due", t.longDate(invoice.dueDate())),
                t.localize("clientspace.pay.look"),
                base + "/factures/" + invoice.id(),
                late,
                false,
                UUID.randomUUID());
    }

    private static SpaceView.Row row(IssuedInvoice invoice, String base, LocalDate today, Texts t) {
        return new SpaceView.Row(
                invoice.number(),
                t.localize("clientspace.type." + (invoice.isCreditNote() ? "credit" : "invoice")),
                t.date(invoice.issueDate()),
                t.date(invoice.dueDate()),
                t.localize("clientspace.state." + state(invoice, today)),
                tone(state(invoice, today)),
                invoice.payable().gross(),
                invoice.isCreditNote() ? Money.ZERO : invoice.open(),
                base + "/factures/" + invoice.id());
    }

    static String state(IssuedInvoice invoice, LocalDate today) {
        if (invoice.isCreditNote()) return "CREDIT_NOTE";
        return switch (invoice.state()) {
            case DRAFT, ISSUED -> invoice.dueDate().isBefore(today) ? "LATE" : "ISSUED";
            case PARTLY_PAID -> "PARTLY_PAID";
            case PAID -> "PAID";
            case CREDITED -> "CREDITED";
        };
    }

    static String tone(String state) {
        return switch (state) {
            case "PAID" -> "ok";
            case "LATE" -> "refuse";
            case "ISSUED", "PARTLY_PAID" -> "warn";
            default -> "quiet";
        };
    }
}
