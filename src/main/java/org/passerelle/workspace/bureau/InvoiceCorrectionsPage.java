package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.Issuance;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.invoicing.Totals;
import org.passerelle.invoicing.core.Obstacle;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.platform.time.Days;
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
import org.springframework.web.servlet.ModelAndView;

/// What an issued invoice said wrong (IN-03): a part of it taken back (381), or all of it said anew (384).
@Controller
@OpenTo(Role.GESTIONNAIRE)
@RequestMapping("/bureau/{operator}/factures/{invoice}")
class InvoiceCorrectionsPage {

    private static final int SHORTEST_REASON = 10;

    private final Desks desks;
    private final Invoicing invoicing;
    private final Clock clock;

    InvoiceCorrectionsPage(Desks desks, Invoicing invoicing, Clock clock) {
        this.desks = desks;
        this.invoicing = invoicing;
        this.clock = clock;
    }

    @GetMapping("/avoir-partiel")
    ModelAndView part(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID invoice, Texts t) {
        var desk = desk(who, operator, t);
        return shown(desk, partForm(desk, found(desk, invoice), null, UUID.randomUUID(), List.of(), t));
    }

    @PostMapping("/avoir-partiel")
    ModelAndView creditPart(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        var issued = found(desk, invoice);
        var intent = Desks.intent(typed);
        var reason = reason(typed, t);
        var net = typed.must("net", Typed::money);
        var share = typed.must("rate", text -> share(issued, text));
        var obstacles = List.<Obstacle>of();
        if (!typed.hasErrors() && net != null && share != null) {
            try {
                var today = Days.today(clock);
                switch (invoicing.creditPart(desk.operator(), issued.id(), net, share.rate(), today, reason, intent)) {
                    case Issuance.Issued(var note) -> {
                        return Partials.seeOther(
                                desk.href("factures/" + note.id()),
                                Toast.ok("bureau.invoice.part.done", note.number()));
                    }
                    case Issuance.Refused no -> obstacles = no.obstacles();
                    case Issuance.Conflict _ -> typed.refuse("net", t.localize("bureau.invoice.byhand.again"));
                }
            } catch (InvalidValue e) {
                typed.refuse("net", t.error(e));
            }
        }
        return refused(desk, partForm(desk, issued, typed, intent, obstacles, t));
    }

    @GetMapping("/rectification")
    ModelAndView correction(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID invoice, Texts t) {
        var desk = desk(who, operator, t);
        return shown(desk, correctionForm(desk, found(desk, invoice), null, UUID.randomUUID(), List.of(), t));
    }

    @PostMapping("/rectification")
    ModelAndView correct(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = desk(who, operator, t);
        var issued = found(desk, invoice);
        var intent = Desks.intent(typed);
        var reason = reason(typed, t);
        var lines = lines(issued, typed);
        var obstacles = List.<Obstacle>of();
        if (!typed.hasErrors()) {
            var today = Days.today(clock);
            switch (invoicing.correct(desk.operator(), issued.id(), lines, today, reason, intent)) {
                case Issuance.Issued(var anew) -> {
                    return Partials.seeOther(
                            desk.href("factures/" + anew.id()),
                            Toast.ok("bureau.invoice.correction.done", anew.number()));
                }
                case Issuance.Refused no -> obstacles = no.obstacles();
                case Issuance.Conflict _ -> typed.refuse("reason", t.localize("bureau.invoice.byhand.again"));
            }
        }
        return refused(desk, correctionForm(desk, issued, typed, intent, obstacles, t));
    }

    private static List<InvoiceLine> lines(IssuedInvoice issued, Typed typed) {
        var lines = new ArrayList<InvoiceLine>();
        for (int i = 0; i < issued.lines().size(); i++) {
            var old = issued.lines().get(i);
            var label = typed.mustText("label" + i);
            var quantity = typed.must("quantity" + i, Typed::number);
            var price = typed.must("price" + i, Typed::money);
            if (quantity == null || price == null || quantity.signum() == 0) continue; // a line of zero goes away
            lines.add(InvoiceLine.of(
                    old.mission(), old.person(), old.kind(), label, quantity, old.unitCode(), price, old.vat()));
        }
        return lines;
    }

    private static Totals.VatShare share(IssuedInvoice invoice, String text) {
        return invoice.totals().shares().stream()
                .filter(share -> share.rate().toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("choice.unknown", text));
    }

    private static String reason(Typed typed, Texts t) {
        var reason = typed.mustText("reason");
        if (!reason.isEmpty() && reason.length() < SHORTEST_REASON) {
            typed.refuse("reason", t.localize("value.reason.short"));
        }
        return reason;
    }

    private Form partForm(
            Desk desk, IssuedInvoice invoice, @Nullable Typed typed, UUID intent, List<Obstacle> obstacles, Texts t) {
        var rates = invoice.totals().shares().stream()
                .map(share -> new Option(share.rate().toString(), t.percent(share.rate()), false))
                .toList();
        return form(
                desk,
                invoice,
                "part",
                "avoir-partiel",
                typed,
                intent,
                obstacles,
                List.of(
                        Field.money("net", t.localize("bureau.invoice.part.net"))
                                .hint(t.localize("bureau.invoice.part.hint"))
                                .must(),
                        Field.select("rate", t.localize("bureau.col.vat"), rates)
                                .must()),
                t);
    }

    private Form correctionForm(
            Desk desk, IssuedInvoice invoice, @Nullable Typed typed, UUID intent, List<Obstacle> obstacles, Texts t) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            var line = invoice.lines().get(i);
            fields.add(Field.text("label" + i, t.localize("bureau.col.label"))
                    .value(line.label())
                    .must());
            fields.add(Field.of("decimal", "quantity" + i, t.localize("bureau.col.quantity"))
                    .value(t.number(line.quantity()))
                    .must());
            fields.add(Field.money("price" + i, t.localize("bureau.col.unitprice"))
                    .value(line.unitPrice().toString())
                    .must());
        }
        return form(desk, invoice, "correction", "rectification", typed, intent, obstacles, fields, t);
    }

    private Form form(
            Desk desk,
            IssuedInvoice invoice,
            String words,
            String path,
            @Nullable Typed typed,
            UUID intent,
            List<Obstacle> obstacles,
            List<Field> own,
            Texts t) {
        var fields = new ArrayList<>(own);
        fields.add(Field.of("textarea", "reason", t.localize("bureau.invoice.credit.reason"))
                .must());
        var href = desk.href("factures/" + invoice.id());
        return Form.fresh(
                t.localize("bureau.invoice." + words, invoice.number()),
                t.localize("bureau.invoice." + words + ".lead"),
                href + "/" + path,
                t.localize("bureau.invoice." + words + ".submit"),
                href,
                intent,
                List.of(new Form.Part(
                        invoice.clientName(),
                        fields.stream()
                                .map(field -> typed == null ? field : typed.back(field))
                                .toList())),
                InvoicesDeskPage.cards(obstacles, Days.today(clock), t),
                typed != null);
    }

    private static ModelAndView shown(Desk desk, Form form) {
        return Partials.page("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    private static ModelAndView refused(Desk desk, Form form) {
        return Partials.unprocessable("workspace/bureau/form", Map.of("desk", desk, "form", form));
    }

    private IssuedInvoice found(Desk desk, UUID id) {
        var found = invoicing.find(desk.operator(), new InvoiceId(id)).orElseThrow();
        if (!(found instanceof IssuedInvoice issued) || issued.isCreditNote()) {
            throw new NoSuchElementException("no issued invoice " + id);
        }
        return issued;
    }

    private Desk desk(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.INVOICES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return desk;
    }
}
