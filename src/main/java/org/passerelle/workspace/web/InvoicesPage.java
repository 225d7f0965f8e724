package org.passerelle.workspace.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.clients.Clients;
import org.passerelle.collection.Collection;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.DraftInvoice;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceState;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Severity;
import org.passerelle.people.Person;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Partials;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Toast;
import org.passerelle.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// My invoices: issued by the freelancer, at once (F041).
@Controller
@OpenTo(Role.FREELANCER)
@RequestMapping("/factures")
class InvoicesPage {

    private final MyFile files;
    private final Invoicing invoicing;
    private final Clients clients;
    private final Documents documents;
    private final Collection collection;
    private final Clock clock;

    InvoicesPage(
            MyFile files,
            Invoicing invoicing,
            Clients clients,
            Documents documents,
            Collection collection,
            Clock clock) {
        this.files = files;
        this.invoicing = invoicing;
        this.clients = clients;
        this.documents = documents;
        this.collection = collection;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, Texts t) {
        var me = files.of(who);
        var today = Days.today(clock);
        var drafts = invoicing.drafts(me.operator()).stream()
                .filter(draft -> draft.person().equals(me.id()))
                .map(draft -> draftRow(draft, t))
                .toList();
        var mine = invoicing.issued(me.operator()).stream()
                .filter(invoice -> invoice.person().equals(me.id()))
                .toList();
        var open = mine.stream()
                .filter(invoice -> !invoice.isCreditNote())
                .map(IssuedInvoice::open)
                .reduce(Money.ZERO, Money::plus);
        var rows = mine.stream().map(invoice -> issuedRow(invoice, today, t)).toList();
        return Partials.page("workspace/invoices", Map.of("view", new InvoicesView(drafts, rows, open)));
    }

    @GetMapping("/{invoice}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable("invoice") String id, Texts t) {
        return Partials.page("workspace/invoice", Map.of("view", view(mine(files.of(who), id), List.of(), t)));
    }

    @PostMapping("/{invoice}/emission")
    ModelAndView issue(
            @AuthenticationPrincipal SignedIn who, @PathVariable("invoice") String id, Typed typed, Texts t) {
        var me = files.of(who);
        var draft = mine(me, id);
        return switch (invoicing.issue(me.operator(), draft.id(), Days.today(clock), typed.intent())) {
            case Issuance.Issued(var invoice) ->
                Partials.seeOther("/factures/" + invoice.id(), Toast.ok("workspace.invoice.issued", invoice.number()));
            case Issuance.Refused(var refused, var obstacles) ->
                Partials.unprocessable("workspace/invoice", Map.of("view", view(refused, cards(obstacles, t), t)));
            case Issuance.Conflict _ ->
                Partials.unprocessable("workspace/invoice", Map.of("view", view(draft, List.of(), t)));
        };
    }

    @GetMapping("/{invoice}/fichier")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn who, @PathVariable("invoice") String id) {
        if (!(mine(files.of(who), id) instanceof IssuedInvoice issued)) throw new NoSuchElementException();
        return Downloads.attachment(issued.number() + ".pdf", "application/pdf", documents.content(issued.pdf()));
    }

    private Invoice mine(Person me, String id) {
        return invoicing
                .find(me.operator(), InvoiceId.of(id))
                .filter(invoice -> invoice.person().equals(me.id()))
                .orElseThrow();
    }

    private InvoicesView.Row draftRow(DraftInvoice draft, Texts t) {
        var gross = draft.totals().gross();
        return new InvoicesView.Row(
                "/factures/" + draft.id(),
                t.localize("workspace.invoice.draft", t.ofMonth(draft.month())),
                clients.get(draft.client()).name(),
                "",
                "",
                t.localize("workspace.invoice.state.DRAFT"),
                "warn",
                gross,
                gross);
    }

    private static InvoicesView.Row issuedRow(IssuedInvoice invoice, LocalDate today, Texts t) {
        return new InvoicesView.Row(
                "/factures/" + invoice.id(),
                invoice.number(),
                invoice.clientName(),
                t.date(invoice.issueDate()),
                t.date(invoice.dueDate()),
                state(invoice, today, t),
                tone(invoice, today),
                invoice.isCreditNote()
                        ? invoice.totals().gross().negated()
                        : invoice.totals().gross(),
                invoice.isCreditNote() ? Money.ZERO : invoice.open());
    }

    private static boolean isLate(Invoice invoice, LocalDate today) {
        return invoice instanceof IssuedInvoice issued
                && !issued.isCreditNote()
                && issued.open().isPositive()
                && issued.dueDate().isBefore(today);
    }

    private static String state(Invoice invoice, LocalDate today, Texts t) {
        if (invoice instanceof IssuedInvoice issued && issued.isCreditNote()) {
            return t.localize("workspace.invoice.credit");
        }
        return isLate(invoice, today)
                ? t.localize("workspace.invoice.late")
                : t.localize("workspace.invoice.state." + invoice.state().name());
    }

    private static String tone(Invoice invoice, LocalDate today) {
        if (isLate(invoice, today)) return "refuse";
        return switch (invoice.state()) {
            case DRAFT -> "warn";
            case ISSUED, PARTLY_PAID -> "info";
            case PAID -> "ok";
            case CREDITED -> "quiet";
        };
    }

    private InvoiceView view(Invoice invoice, List<FindingCard> findings, Texts t) {
        var today = Days.today(clock);
        var issued = invoice instanceof IssuedInvoice known ? known : null;
        var title = issued != null
                ? issued.number()
                : t.localize("workspace.invoice.draft", t.ofMonth(((DraftInvoice) invoice).month()));
        var href = "/factures/" + invoice.id();
        return new InvoiceView(
                title,
                issued != null
                        ? issued.clientName()
                        : clients.get(invoice.client()).name(),
                state(invoice, today, t),
                tone(invoice, today),
                issued == null ? "" : t.date(issued.issueDate()),
                issued == null ? "" : t.date(issued.dueDate()),
                invoice.lines().stream()
                        .map(line -> new InvoiceView.Line(
                                line.label(),
                                t.number(line.quantity()) + " " + unit(line.unitCode(), t),
                                line.unitPrice(),
                                t.percent(line.vat()),
                                line.net()))
                        .toList(),
                invoice.totals().shares().stream()
                        .map(share -> new InvoiceView.VatRow(
                                t.localize("workspace.invoice.vat", t.percent(share.rate())), share.vat()))
                        .toList(),
                invoice.totals().net(),
                invoice.totals().gross(),
                issued == null ? Money.ZERO : issued.paid(),
                issued == null ? invoice.totals().gross() : issued.open(),
                invoice.state() == InvoiceState.DRAFT,
                issued == null ? href + "/emission" : "",
                issued == null ? "" : href + "/fichier",
                findings,
                issued == null ? List.of() : follow(issued, t),
                UUID.randomUUID());
    }

    /// What is done to be paid: the freelancer sees it as it is.
    private List<String> follow(IssuedInvoice invoice, Texts t) {
        var standing = collection.of(invoice);
        var words = new ArrayList<String>();
        for (var one : standing.reminders()) {
            words.add(t.localize(
                    "workspace.invoice.follow.step",
                    t.localize("workspace.invoice.follow." + one.step().name()),
                    t.moment(one.at())));
        }
        for (var one : standing.disputes()) {
            words.add(t.localize("workspace.invoice.follow.dispute", t.moment(one.openedAt()), one.reason()));
            var closed = one.closedAt();
            if (closed != null) {
                words.add(t.localize(
                        "workspace.invoice.follow.closed", t.moment(closed), Objects.toString(one.outcome(), "")));
            }
        }
        var litigated = standing.litigated();
        if (litigated != null) words.add(t.localize("workspace.invoice.follow.litigated", t.moment(litigated)));
        return words;
    }

    private static List<FindingCard> cards(List<Obstacle> obstacles, Texts t) {
        return obstacles.stream()
                .map(o -> new FindingCard(
                        o.rule(), Severity.REFUSE, "", t.localize(o.messageKey(), o.data()), null, null, ""))
                .toList();
    }

    private static String unit(String code, Texts t) {
        var key = "workspace.invoice.unit." + code;
        return t.has(key) ? t.localize(key) : "";
    }
}
