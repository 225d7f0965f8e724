package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.clients.Clients;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoice;
import org.passerelle.invoicing.InvoiceState;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.invoicing.NumberFence;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Severity;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
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

/// Invoices of the entity: drafts to issue, issued ones with what is still owed, files.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/factures")
class InvoicesDeskPage {

    private static final int SHORTEST_REASON = 10;

    private final Desks desks;
    private final Invoicing invoicing;
    private final NumberFence numbers;
    private final Clients clients;
    private final People people;
    private final Documents documents;
    private final Clock clock;

    InvoicesDeskPage(
            Desks desks,
            Invoicing invoicing,
            NumberFence numbers,
            Clients clients,
            People people,
            Documents documents,
            Clock clock) {
        this.desks = desks;
        this.invoicing = invoicing;
        this.numbers = numbers;
        this.clients = clients;
        this.people = people;
        this.documents = documents;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", list(desk, who, null, t)));
    }

    /// The series that do not issue go on once somebody has said why (IN-02).
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/rapprochement")
    ModelAndView reconcile(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", list(desk, who, typed, t)));
        }
        numbers.lift(desk.operator(), reason);
        return Partials.seeOther(desk.href("factures"), Toast.ok("bureau.invoices.fence.done"));
    }

    private Sheet list(Desk desk, SignedIn who, @Nullable Typed typed, Texts t) {
        var draftColumns = List.of(
                Column.text(t.localize("bureau.col.client")),
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.month")),
                Column.number(t.localize("bureau.col.gross")));
        var drafts = invoicing.drafts(desk.operator()).stream()
                .map(draft -> List.of(
                        Cell.link(clients.get(draft.client()).name(), "", desk.href("factures/" + draft.id())),
                        Cell.text(people.get(draft.person()).name()),
                        Cell.text(t.month(draft.month())),
                        Cell.figure(t.money(draft.totals().gross()))))
                .toList();
        var issued = invoicing.issued(desk.operator()).stream()
                .map(invoice -> row(desk, invoice, t))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.INVOICES"))
                .list(new Listing(
                        t.localize("bureau.invoices.drafts"),
                        draftColumns,
                        drafts,
                        t.localize("bureau.invoices.nodraft")))
                .list(new Listing(
                        t.localize("bureau.invoices.issued"), columns(t), issued, t.localize("bureau.invoices.none")));
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.link(t.localize("bureau.invoice.byhand"), desk.href("factures/nouvelle"));
        }
        fences(desk, typed, t, sheet);
        return sheet.done();
    }

    private void fences(Desk desk, @Nullable Typed typed, Texts t, Sheet.Builder sheet) {
        var fences = numbers.open(desk.operator());
        if (fences.isEmpty()) return;
        var reason = Field.of("textarea", "reason", t.localize("bureau.reason")).must();
        sheet.saying(String.join(
                        " ",
                        fences.stream()
                                .map(f -> t.localize(
                                        "bureau.invoices.fence",
                                        f.series(),
                                        Long.toString(f.witness()),
                                        Long.toString(f.counter())))
                                .toList()))
                .act(Act.saying(
                        t.localize("bureau.invoices.fence.lift"),
                        t.localize("bureau.invoices.fence.lift.hint"),
                        desk.href("factures/rapprochement"),
                        typed == null ? reason : typed.back(reason)));
    }

    @GetMapping("/{invoice}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID invoice, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        var found = find(desk, invoice);
        var obstacles = found.state() == InvoiceState.DRAFT
                ? invoicing.obstacles(desk.operator(), found.id(), Days.today(clock))
                : List.<Obstacle>of();
        boolean mayAct = who.has(desk.operator(), Role.GESTIONNAIRE);
        return Partials.page(
                "workspace/bureau/sheet",
                Map.of("desk", desk, "sheet", sheet(desk, found, obstacles, null, mayAct, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/emission")
    ModelAndView issue(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, invoice);
        var intent = Desks.intent(typed);
        return switch (invoicing.issue(desk.operator(), found.id(), Days.today(clock), intent)) {
            case Issuance.Issued(var issued) ->
                Partials.seeOther(
                        desk.href("factures/" + issued.id()), Toast.ok("bureau.invoice.done", issued.number()));
            case Issuance.Refused(var draft, var obstacles) ->
                Partials.unprocessable(
                        "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, draft, obstacles, t)));
            case Issuance.Conflict _ ->
                Partials.unprocessable(
                        "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, List.of(), t)));
        };
    }

    /// Takes an issued invoice back, wholly, by a credit note with its reason; it is issued at once (IN-03).
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/avoir")
    ModelAndView credit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, invoice);
        if (!(found instanceof IssuedInvoice issued)) throw new NoSuchElementException("a draft has no credit note");
        var reason = typed.mustText("reason");
        if (reason.length() < SHORTEST_REASON) typed.refuse("reason", t.localize("value.reason.short"));
        if (typed.hasErrors()) return refused(desk, issued, List.of(), typed, t);
        var today = Days.today(clock);
        return switch (invoicing.credit(desk.operator(), issued.id(), today, reason, Desks.intent(typed))) {
            case Issuance.Issued(var note) ->
                Partials.seeOther(
                        desk.href("factures/" + note.id()), Toast.ok("bureau.invoice.credited", note.number()));
            case Issuance.Refused no -> refused(desk, issued, no.obstacles(), typed, t);
            case Issuance.Conflict _ -> refused(desk, issued, List.of(), typed, t);
        };
    }

    private ModelAndView refused(Desk desk, Invoice invoice, List<Obstacle> obstacles, Typed typed, Texts t) {
        return Partials.unprocessable(
                "workspace/bureau/sheet",
                Map.of("desk", desk, "sheet", sheet(desk, invoice, obstacles, typed, true, t)));
    }

    @GetMapping("/{invoice}/fichier")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID invoice, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        if (!(find(desk, invoice) instanceof IssuedInvoice issued)) throw new NoSuchElementException("a draft");
        return Downloads.attachment(issued.number() + ".pdf", "application/pdf", documents.content(issued.pdf()));
    }

    private Invoice find(Desk desk, UUID id) {
        return invoicing.find(desk.operator(), new InvoiceId(id)).orElseThrow();
    }

    static List<Column> columns(Texts t) {
        return List.of(
                Column.text(t.localize("bureau.col.invoice")),
                Column.text(t.localize("bureau.col.client")),
                Column.text(t.localize("bureau.col.due")),
                Column.number(t.localize("bureau.col.gross")),
                Column.number(t.localize("bureau.col.open")),
                Column.text(t.localize("bureau.col.state")));
    }

    static List<Cell> row(Desk desk, IssuedInvoice invoice, Texts t) {
        return List.of(
                Cell.link(invoice.number(), t.date(invoice.issueDate()), desk.href("factures/" + invoice.id())),
                Cell.text(invoice.clientName()),
                Cell.text(t.date(invoice.dueDate())),
                Cell.figure(t.money(invoice.totals().gross())),
                Cell.figure(t.money(invoice.open())),
                Cell.badge(
                        t.localize(invoice.isCreditNote() ? "bureau.invoice.credit" : state(invoice)),
                        tone(invoice.state())));
    }

    private static String state(Invoice invoice) {
        return "bureau.invoice." + invoice.state().name();
    }

    private static String tone(InvoiceState state) {
        return switch (state) {
            case DRAFT -> "warn";
            case ISSUED, PARTLY_PAID -> "info";
            case PAID -> "ok";
            case CREDITED -> "quiet";
        };
    }

    private Sheet sheet(Desk desk, Invoice invoice, List<Obstacle> obstacles, Texts t) {
        return sheet(desk, invoice, obstacles, null, true, t);
    }

    private Sheet sheet(
            Desk desk, Invoice invoice, List<Obstacle> obstacles, @Nullable Typed typed, boolean mayAct, Texts t) {
        var issued = invoice instanceof IssuedInvoice one ? one : null;
        var client = issued == null ? clients.get(invoice.client()).name() : issued.clientName();
        var totals = invoice.totals();
        var sheet = Sheet.titled(issued == null ? t.localize("bureau.invoice.draft") : issued.number())
                .above(client + " · " + people.get(invoice.person()).name())
                .in(t.localize(state(invoice)), tone(invoice.state()))
                .found(cards(obstacles, Days.today(clock), t))
                .facts(
                        t.localize("bureau.invoice.totals"),
                        Fact.of(t.localize("bureau.col.net"), t.money(totals.net())),
                        Fact.of(
                                t.localize("bureau.col.vat"),
                                t.money(totals.gross().minus(totals.net()))),
                        Fact.of(t.localize("bureau.col.gross"), t.money(totals.gross())))
                .list(lines(invoice, t));
        if (issued != null) {
            sheet.facts(
                            t.localize("bureau.invoice.payment"),
                            Fact.of(t.localize("bureau.col.issued"), t.date(issued.issueDate())),
                            Fact.of(t.localize("bureau.col.due"), t.date(issued.dueDate())),
                            Fact.of(
                                    t.localize("bureau.invoice.deducted"),
                                    t.money(issued.deducted().gross())),
                            Fact.of(t.localize("bureau.invoice.paid"), t.money(issued.paid())),
                            Fact.of(t.localize("bureau.col.open"), t.money(issued.open())))
                    .link(t.localize("bureau.invoice.file"), desk.href("factures/" + issued.id() + "/fichier"));
            linked(desk, issued, sheet, t);
            if (!issued.isCreditNote() && left(issued)) {
                sheet.act(creditNote(desk, issued, typed, t));
                if (mayAct) {
                    sheet.link(
                            t.localize("bureau.invoice.part.act"),
                            desk.href("factures/" + issued.id() + "/avoir-partiel"));
                }
                if (mayAct && !issued.type().isDeposit()) {
                    sheet.link(
                            t.localize("bureau.invoice.correction.act"),
                            desk.href("factures/" + issued.id() + "/rectification"));
                }
            }
        } else if (obstacles.isEmpty()) {
            deposits(desk, invoice, sheet, t);
            sheet.act(Act.main(
                    t.localize("bureau.invoice.issue"),
                    t.localize("bureau.invoice.issue.hint"),
                    desk.href("factures/" + invoice.id() + "/emission")));
        }
        return sheet.done();
    }

    private static boolean left(IssuedInvoice invoice) {
        return invoice.credited().compareTo(invoice.payable().gross()) < 0;
    }

    /// Deposits that issuing will take off.
    private void deposits(Desk desk, Invoice draft, Sheet.Builder sheet, Texts t) {
        var facts = invoicing.deposits(desk.operator(), draft.id()).stream()
                .map(deposit -> Fact.link(
                        deposit.number(), t.money(deposit.totals().gross()), desk.href("factures/" + deposit.id())))
                .toList();
        if (!facts.isEmpty()) sheet.facts(t.localize("bureau.invoice.deposits"), facts);
    }

    private static Act creditNote(Desk desk, IssuedInvoice invoice, @Nullable Typed typed, Texts t) {
        var reason = Field.of("textarea", "reason", t.localize("bureau.invoice.credit.reason"))
                .must();
        return Act.saying(
                t.localize("bureau.invoice.credit.act"),
                t.localize(invoice.paid().isPositive() ? "bureau.invoice.credit.paid" : "bureau.invoice.credit.hint"),
                desk.href("factures/" + invoice.id() + "/avoir"),
                typed == null ? reason : typed.back(reason));
    }

    /// The invoice that a credit note takes back, or the credit notes that took this one back.
    private void linked(Desk desk, IssuedInvoice invoice, Sheet.Builder sheet, Texts t) {
        for (var other : invoicing.issued(desk.operator())) {
            boolean corrected = other.id().equals(invoice.corrects());
            if (!corrected && !invoice.id().equals(other.corrects())) continue;
            sheet.link(
                    t.localize(
                            corrected
                                    ? "bureau.invoice.corrects"
                                    : other.isCreditNote() ? "bureau.invoice.corrected" : "bureau.invoice.replaced",
                            other.number()),
                    desk.href("factures/" + other.id()));
        }
    }

    private static Listing lines(Invoice invoice, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.label")),
                Column.number(t.localize("bureau.col.quantity")),
                Column.number(t.localize("bureau.col.unitprice")),
                Column.number(t.localize("bureau.col.vat")),
                Column.number(t.localize("bureau.col.net")));
        var rows = invoice.lines().stream()
                .map(line -> List.of(
                        Cell.text(line.label()),
                        Cell.figure(t.number(line.quantity())),
                        Cell.figure(t.money(line.unitPrice())),
                        Cell.figure(t.percent(line.vat())),
                        Cell.figure(t.money(line.net()))))
                .toList();
        return new Listing(t.localize("bureau.invoice.lines"), columns, rows, "");
    }

    static List<FindingCard> cards(List<Obstacle> obstacles, LocalDate today, Texts t) {
        return obstacles.stream()
                .map(obstacle -> new FindingCard(
                        obstacle.rule(),
                        Severity.REFUSE,
                        "",
                        t.localize(obstacle.messageKey(), obstacle.data()),
                        null,
                        null,
                        t.localize("ui.finding.on", t.date(today))))
                .toList();
    }
}
