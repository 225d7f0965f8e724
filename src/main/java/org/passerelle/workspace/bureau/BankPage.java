package org.passerelle.workspace.bureau;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.Allocation;
import org.passerelle.banking.Assignment;
import org.passerelle.banking.BankLine;
import org.passerelle.banking.BankLineState;
import org.passerelle.banking.MatchedPart;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.PostingAccount;
import org.passerelle.banking.Proposal;
import org.passerelle.banking.Statements;
import org.passerelle.banking.core.InvalidFile;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.BankLineId;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The bank: statements in, what was matched by itself, what waits for a person with the likeliest answers.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/banque")
class BankPage {

    private static final int SHOWN = 100;
    private static final int MOST_PARTS = 12;

    private final Desks desks;
    private final Statements statements;
    private final PaymentOrders orders;
    private final Invoicing invoicing;

    BankPage(Desks desks, Statements statements, PaymentOrders orders, Invoicing invoicing) {
        this.desks = desks;
        this.statements = statements;
        this.orders = orders;
        this.invoicing = invoicing;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.BANK, t);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, null, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/releves")
    ModelAndView upload(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Texts t)
            throws IOException {
        var desk = desks.at(who, operator, Place.BANK, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        if (file == null || file.isEmpty()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet",
                    Map.of("desk", desk, "sheet", sheet(desk, who, t.localize("value.required"), t)));
        }
        try {
            var report = statements.importFile(desk.operator(), file.getBytes());
            return Partials.seeOther(
                    desk.href("banque"), Toast.ok("bureau.bank.imported", Integer.toString(report.newLines())));
        } catch (InvalidFile e) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, reason(e, t), t)));
        }
    }

    @GetMapping("/{line}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID line, Texts t) {
        var desk = desks.at(who, operator, Place.BANK, t);
        var found = statements.line(desk.operator(), new BankLineId(line));
        var sheet = found.state() == BankLineState.MATCHED
                ? matched(desk, found, t)
                : line(desk, find(desk, line), List.of(), null, t);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet));
    }

    /// A person's word: one of the proposals, or an invoice chosen by hand.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{line}/affectation")
    ModelAndView assign(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID line,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.BANK, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var proposal = find(desk, line);
        if (!typed.text("by").isEmpty()) return post(desk, proposal, typed, t);
        var allocations = allocations(desk, proposal, typed, t);
        if (allocations.isEmpty()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", line(desk, proposal, List.of(), typed, t)));
        }
        var intent = Desks.intent(typed);
        return answer(
                desk,
                proposal,
                statements.assign(desk.operator(), proposal.line().id(), allocations, intent),
                typed,
                t);
    }

    /// To an account that a person names, or what a client paid too much to the client's own advance.
    private ModelAndView post(Desk desk, Proposal proposal, Typed typed, Texts t) {
        var allocations = List.<Allocation>of();
        var account = PostingAccount.CLIENT_ADVANCE;
        if (typed.text("by").equals("advance")) {
            allocations = overpaid(proposal);
        } else {
            var named = Arrays.stream(PostingAccount.values())
                    .filter(one -> one.name().equals(typed.mustText("account")))
                    .findFirst();
            if (named.isEmpty()) {
                if (!typed.hasErrors()) typed.refuse("account", t.localize("value.required"));
                return Partials.unprocessable(
                        "workspace/bureau/sheet",
                        Map.of("desk", desk, "sheet", line(desk, proposal, List.of(), typed, t)));
            }
            account = named.get();
        }
        var intent = Desks.intent(typed);
        return answer(
                desk,
                proposal,
                statements.post(desk.operator(), proposal.line().id(), allocations, account, intent),
                typed,
                t);
    }

    /// What the invoices named still cost when that is less than what came in; empty otherwise.
    private static List<Allocation> overpaid(Proposal proposal) {
        return proposal.candidates().stream()
                .limit(1)
                .map(Proposal.Candidate::allocations)
                .filter(parts -> sum(parts).compareTo(proposal.line().amount()) < 0)
                .findFirst()
                .orElse(List.of());
    }

    private static Money sum(List<Allocation> parts) {
        return parts.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
    }

    private ModelAndView answer(Desk desk, Proposal proposal, Assignment assignment, Typed typed, Texts t) {
        return switch (assignment) {
            case Assignment.Assigned(var done) ->
                Partials.seeOther(desk.href("banque"), Toast.ok("bureau.bank.assigned", t.money(done.amount())));
            case Assignment.Refused(var findings) ->
                Partials.unprocessable(
                        "workspace/bureau/sheet",
                        Map.of("desk", desk, "sheet", line(desk, proposal, FindingCard.of(findings, t), typed, t)));
        };
    }

    private List<Allocation> allocations(Desk desk, Proposal proposal, Typed typed, Texts t) {
        if (typed.text("split").equals("1")) return parts(desk, proposal, typed, t);
        var choice = typed.text("candidate");
        if (choice.matches("[0-9]{1,3}")
                && Integer.parseInt(choice) < proposal.candidates().size()) {
            return proposal.candidates().get(Integer.parseInt(choice)).allocations();
        }
        var number = typed.mustText("invoice");
        if (number.isEmpty()) return List.of();
        var invoice = invoicing.findByNumber(desk.operator(), number);
        if (invoice.isEmpty()) {
            typed.refuse("invoice", t.localize("bureau.bank.noinvoice", number));
            return List.of();
        }
        return List.of(
                new Allocation(invoice.get().id(), proposal.line().amount().abs()));
    }

    /// What a person typed beside each open invoice; together it must be the line.
    private List<Allocation> parts(Desk desk, Proposal proposal, Typed typed, Texts t) {
        var parts = new ArrayList<Allocation>();
        for (var invoice : splittable(desk, proposal)) {
            var amount = typed.value(partOf(invoice), Typed::money);
            if (amount != null) parts.add(new Allocation(invoice.id(), amount));
        }
        if (parts.isEmpty() && !typed.hasErrors()) {
            splittable(desk, proposal).stream()
                    .findFirst()
                    .ifPresent(invoice -> typed.refuse(partOf(invoice), t.localize("bureau.bank.split.none")));
        }
        return typed.hasErrors() ? List.of() : parts;
    }

    /// The open invoices that a line may be split over: those of the proposals, then the same payer's, then the oldest.
    private List<IssuedInvoice> splittable(Desk desk, Proposal proposal) {
        var proposed = proposal.candidates().stream()
                .flatMap(candidate -> candidate.allocations().stream())
                .map(Allocation::invoice)
                .collect(Collectors.toSet());
        var payer = proposal.line().counterparty().toLowerCase(Locale.ROOT);
        return invoicing.open(desk.operator()).stream()
                .filter(invoice -> !invoice.isCreditNote())
                .sorted(Comparator.comparing((IssuedInvoice invoice) -> !proposed.contains(invoice.id()))
                        .thenComparing(invoice ->
                                !invoice.clientName().toLowerCase(Locale.ROOT).equals(payer))
                        .thenComparing(IssuedInvoice::dueDate)
                        .thenComparing(IssuedInvoice::number))
                .limit(MOST_PARTS)
                .toList();
    }

    private static String partOf(IssuedInvoice invoice) {
        return "part-" + invoice.id();
    }

    private Field[] partFields(Desk desk, Proposal proposal, @Nullable Typed typed, Texts t) {
        return splittable(desk, proposal).stream()
                .map(invoice -> Field.money(partOf(invoice), invoice.number() + " · " + invoice.clientName())
                        .hint(t.localize("bureau.bank.split.open", t.money(invoice.open()))))
                .map(field -> typed == null ? field : typed.back(field))
                .toArray(Field[]::new);
    }

    private Proposal find(Desk desk, UUID id) {
        return statements.waiting(desk.operator()).stream()
                .filter(proposal -> proposal.line().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(InvalidFile e, Texts t) {
        var sentence = t.localize("banking.file." + e.code(), e.data().toArray());
        if (e.line() == 0) return sentence;
        return e.column() == 0
                ? t.localize("banking.file.line", e.line(), sentence)
                : t.localize("banking.file.place", e.line(), e.column(), sentence);
    }

    private Sheet sheet(Desk desk, SignedIn who, @Nullable String wrong, Texts t) {
        var sheet = Sheet.titled(t.localize("bureau.place.BANK"))
                .found(FindingCard.of(statements.gaps(desk.operator()), t));
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            sheet.act(Act.sending(
                    t.localize("bureau.bank.upload"),
                    t.localize("bureau.bank.upload.hint"),
                    desk.href("banque/releves"),
                    Field.of("file", "file", t.localize("bureau.bank.file"))
                            .must()
                            .error(wrong)));
        }
        var waiting = statements.waiting(desk.operator()).stream()
                .map(proposal -> List.of(
                        Cell.link(
                                t.date(proposal.line().bookingDate()) + " · "
                                        + proposal.line().counterparty(),
                                proposal.line().remittance(),
                                desk.href("banque/" + proposal.line().id())),
                        Cell.text(reasons(proposal, t)),
                        Cell.figure(t.money(proposal.line().amount()))))
                .toList();
        var columns = List.of(
                Column.text(t.localize("bureau.bank.line")),
                Column.text(t.localize("bureau.col.why")),
                Column.number(t.localize("bureau.col.amount")));
        var lines = new ArrayList<List<Cell>>();
        for (var line : statements.lines(desk.operator())) {
            if (lines.size() == SHOWN) break;
            lines.add(List.of(
                    Cell.link(
                            t.date(line.bookingDate()) + " · " + line.counterparty(),
                            line.remittance(),
                            desk.href("banque/" + line.id())),
                    Cell.badge(
                            t.localize("bureau.bank." + line.state().name()),
                            line.state() == BankLineState.MATCHED ? "ok" : "warn"),
                    Cell.figure(t.money(line.amount()))));
        }
        var all = List.of(
                Column.text(t.localize("bureau.bank.line")),
                Column.text(t.localize("bureau.col.state")),
                Column.number(t.localize("bureau.col.amount")));
        return sheet.list(new Listing(
                        t.localize("bureau.bank.waiting"), columns, waiting, t.localize("bureau.bank.nothing")))
                .list(new Listing(t.localize("bureau.bank.lines"), all, lines, t.localize("bureau.bank.none")))
                .done();
    }

    private static String reasons(Proposal proposal, Texts t) {
        return proposal.reasons().stream().map(reason -> t.localize(reason)).collect(Collectors.joining(" "));
    }

    private Sheet line(Desk desk, Proposal proposal, List<FindingCard> findings, @Nullable Typed typed, Texts t) {
        var line = proposal.line();
        var open = invoicing.open(desk.operator());
        var options = new ArrayList<Option>();
        options.add(new Option(
                "", t.localize("bureau.bank.other"), proposal.candidates().isEmpty()));
        for (int i = 0; i < proposal.candidates().size(); i++) {
            options.add(new Option(
                    Integer.toString(i), described(proposal.candidates().get(i), open, t), i == 0));
        }
        var candidate = Field.select("candidate", t.localize("bureau.bank.candidate"), options);
        var invoice =
                Field.text("invoice", t.localize("bureau.bank.number")).hint(t.localize("bureau.bank.number.hint"));
        var rows =
                open.stream().map(each -> InvoicesDeskPage.row(desk, each, t)).toList();
        var sheet = Sheet.titled(t.money(line.amount()))
                .above(t.date(line.bookingDate()) + " · " + line.counterparty())
                .in(t.localize("bureau.bank.WAITING"), "warn")
                .saying(reasons(proposal, t))
                .found(findings)
                .facts(
                        t.localize("bureau.bank.line"),
                        Fact.of(t.localize("bureau.bank.reference"), line.reference()),
                        Fact.of(t.localize("bureau.bank.remittance"), line.remittance()),
                        Fact.of(t.localize("bureau.bank.endtoend"), line.endToEndId() == null ? "" : line.endToEndId()))
                .act(Act.saying(
                        t.localize("bureau.bank.assign"),
                        t.localize("bureau.bank.assign.hint"),
                        desk.href("banque/" + line.id() + "/affectation"),
                        typed == null ? candidate : candidate.value(typed.text("candidate")),
                        typed == null ? invoice : typed.back(invoice)));
        var parts = partFields(desk, proposal, typed, t);
        if (parts.length > 1 && line.amount().isPositive()) {
            sheet.act(Act.saying(
                    t.localize("bureau.bank.split"),
                    t.localize("bureau.bank.split.hint", t.money(line.amount())),
                    desk.href("banque/" + line.id() + "/affectation?split=1"),
                    parts));
        }
        post(desk, proposal, typed, sheet, t);
        return sheet.list(new Listing(
                        t.localize("bureau.bank.open"),
                        InvoicesDeskPage.columns(t),
                        rows,
                        t.localize("bureau.invoices.none")))
                .done();
    }

    private static void post(Desk desk, Proposal proposal, @Nullable Typed typed, Sheet.Builder sheet, Texts t) {
        var href = desk.href("banque/" + proposal.line().id() + "/affectation?by=");
        var paid = overpaid(proposal);
        if (!paid.isEmpty()) {
            var rest = proposal.line().amount().minus(sum(paid));
            sheet.act(Act.saying(
                    t.localize("bureau.bank.advance"),
                    t.localize("bureau.bank.advance.hint", t.money(sum(paid)), t.money(rest)),
                    href + "advance"));
        }
        var options = new ArrayList<Option>();
        options.add(new Option("", t.localize("bureau.bank.account.choose"), true));
        for (var account : PostingAccount.values()) {
            options.add(new Option(account.name(), account.number() + " · " + label(account, t), false));
        }
        var account = Field.select("account", t.localize("bureau.bank.account"), options)
                .must();
        sheet.act(Act.saying(
                t.localize("bureau.bank.post"),
                t.localize("bureau.bank.post.hint"),
                href + "account",
                typed == null ? account : typed.back(account)));
    }

    private static String label(PostingAccount account, Texts t) {
        return t.localize("banking.account." + account.name());
    }

    private Sheet matched(Desk desk, BankLine line, Texts t) {
        var rows = statements.parts(desk.operator(), line.id()).stream()
                .map(part -> List.of(named(desk, part, t), Cell.figure(t.money(part.amount()))))
                .toList();
        var columns =
                List.of(Column.text(t.localize("bureau.bank.matched")), Column.number(t.localize("bureau.col.amount")));
        return Sheet.titled(t.money(line.amount()))
                .above(t.date(line.bookingDate()) + " · " + line.counterparty())
                .in(t.localize("bureau.bank.MATCHED"), "ok")
                .facts(
                        t.localize("bureau.bank.line"),
                        Fact.of(t.localize("bureau.bank.reference"), line.reference()),
                        Fact.of(t.localize("bureau.bank.remittance"), line.remittance()),
                        Fact.of(t.localize("bureau.bank.endtoend"), line.endToEndId() == null ? "" : line.endToEndId()))
                .list(new Listing(t.localize("bureau.bank.matched"), columns, rows, ""))
                .done();
    }

    private Cell named(Desk desk, MatchedPart part, Texts t) {
        for (var account : PostingAccount.values()) {
            if (account.number().equals(part.account())) return Cell.text(account.number(), label(account, t));
        }
        var id = part.invoice();
        if (id != null && invoicing.find(desk.operator(), id).orElse(null) instanceof IssuedInvoice invoice) {
            return Cell.link(invoice.number(), invoice.clientName(), desk.href("factures/" + id));
        }
        return orders.all(desk.operator()).stream()
                .filter(order -> order.id().equals(part.order()))
                .map(order ->
                        Cell.text(order.request().reference(), order.request().creditorName()))
                .findFirst()
                .orElseThrow();
    }

    private static String described(Proposal.Candidate candidate, List<IssuedInvoice> open, Texts t) {
        return candidate.allocations().stream()
                .map(part -> open.stream()
                                .filter(invoice -> invoice.id().equals(part.invoice()))
                                .map(invoice -> invoice.number() + " (" + invoice.clientName() + ")")
                                .findFirst()
                                .orElse("?")
                        + " : " + shown(part.amount(), t))
                .collect(Collectors.joining(" + "));
    }

    private static String shown(Money amount, Texts t) {
        return t.money(amount);
    }
}
