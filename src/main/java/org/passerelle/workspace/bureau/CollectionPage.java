package org.passerelle.workspace.bureau;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.collection.Age;
import org.passerelle.collection.Collection;
import org.passerelle.collection.Dispute;
import org.passerelle.collection.Next;
import org.passerelle.collection.Schedule;
import org.passerelle.collection.Standing;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.invoicing.IssuedInvoice;
import org.passerelle.kernel.ClientId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.InvoiceId;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
import org.passerelle.platform.web.Field;
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

/// « Recouvrement »: what is owed by age, and for each overdue invoice the one next action.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/recouvrement")
class CollectionPage {

    private static final String SHEET = "workspace/bureau/sheet";

    private final Desks desks;
    private final Collection collection;
    private final Invoicing invoicing;

    CollectionPage(Desks desks, Collection collection, Invoicing invoicing) {
        this.desks = desks;
        this.collection = collection;
        this.invoicing = invoicing;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.COLLECTION, t);
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", all(desk, who, typed, t)));
    }

    @GetMapping("/{invoice}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.COLLECTION, t);
        var found = found(desk, invoice);
        if (found == null) return Partials.seeOther(desk.href("factures/" + invoice));
        return Partials.page(SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, who, typed, t)));
    }

    /// The file for litigation as it was made.
    @GetMapping("/{invoice}/dossier")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID invoice, Texts t) {
        var desk = desks.at(who, operator, Place.COLLECTION, t);
        var found = found(desk, invoice);
        var file = found == null
                ? null
                : collection.file(desk.operator(), found.id()).orElse(null);
        if (found == null || file == null) {
            if (invoicing.find(desk.operator(), new InvoiceId(invoice)).isEmpty()) throw Desks.notHere();
            return ResponseEntity.status(303)
                    .location(URI.create(desk.href("recouvrement")))
                    .build();
        }
        return Downloads.attachment("contentieux-" + found.number() + ".zip", "application/zip", file);
    }

    @GetMapping("/releves/{client}")
    ResponseEntity<byte[]> statement(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID client, Texts t) {
        var desk = desks.at(who, operator, Place.COLLECTION, t);
        return Downloads.attachment(
                "releve-de-compte.pdf", "application/pdf", collection.statement(desk.operator(), new ClientId(client)));
    }

    /// Every reminder whose turn it is.
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/relances")
    ModelAndView remindAll(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = acting(who, operator, t);
        Desks.intent(typed);
        int left = collection.remindAll(desk.operator());
        return Partials.seeOther(
                desk.href("recouvrement"), Toast.ok("bureau.collection.reminded.all", Integer.toString(left)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/rythme")
    ModelAndView schedule(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = acting(who, operator, t);
        var intent = Desks.intent(typed);
        var friendly = typed.must("friendly", Typed::whole);
        var firm = typed.must("firm", Typed::whole);
        var notice = typed.must("notice", Typed::whole);
        if (friendly != null && firm != null && notice != null) {
            try {
                collection.setSchedule(desk.operator(), friendly, firm, notice, intent);
                return Partials.seeOther(desk.href("recouvrement"), Toast.ok("bureau.collection.schedule.done"));
            } catch (InvalidValue e) {
                typed.refuse("notice", t.error(e));
            }
        }
        return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", all(desk, who, typed, t)));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/relance")
    ModelAndView remind(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = acting(who, operator, t);
        var intent = Desks.intent(typed);
        var found = must(desk, invoice);
        var left = collection.remind(desk.operator(), found.id(), intent);
        return Partials.seeOther(
                desk.href("recouvrement/" + found.id()),
                left.isPresent()
                        ? Toast.ok("bureau.collection.reminded")
                        : Toast.warn("bureau.collection.not_now", ""));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/litige")
    ModelAndView dispute(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = acting(who, operator, t);
        var intent = Desks.intent(typed);
        var found = must(desk, invoice);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, who, typed, t)));
        }
        collection.dispute(desk.operator(), found.id(), Dispute.By.DESK, reason, intent);
        return Partials.seeOther(desk.href("recouvrement/" + found.id()), Toast.ok("bureau.collection.disputed"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/litige/fin")
    ModelAndView closeDispute(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = acting(who, operator, t);
        var intent = Desks.intent(typed);
        var found = must(desk, invoice);
        var outcome = typed.mustText("outcome");
        if (typed.hasErrors()) {
            return Partials.unprocessable(SHEET, Map.of("desk", desk, "sheet", sheet(desk, found, who, typed, t)));
        }
        collection.closeDispute(desk.operator(), found.id(), outcome, intent);
        return Partials.seeOther(desk.href("recouvrement/" + found.id()), Toast.ok("bureau.collection.dispute.closed"));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{invoice}/contentieux")
    ModelAndView litigate(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID invoice,
            Typed typed,
            Texts t) {
        var desk = acting(who, operator, t);
        var intent = Desks.intent(typed);
        var found = must(desk, invoice);
        boolean done = collection.litigate(desk.operator(), found.id(), intent);
        return Partials.seeOther(
                desk.href("recouvrement/" + found.id()),
                done ? Toast.ok("bureau.collection.litigated") : Toast.warn("bureau.collection.not_now", ""));
    }

    private Desk acting(SignedIn who, UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.COLLECTION, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        return desk;
    }

    private IssuedInvoice must(Desk desk, UUID id) {
        var found = found(desk, id);
        if (found == null) throw Desks.notHere();
        return found;
    }

    /// An issued invoice; null for a draft or a credit note.
    private @Nullable IssuedInvoice found(Desk desk, UUID id) {
        var found = invoicing.find(desk.operator(), new InvoiceId(id)).orElseThrow(Desks::notHere);
        return found instanceof IssuedInvoice issued && !issued.isCreditNote() ? issued : null;
    }

    private Sheet all(Desk desk, SignedIn who, Typed typed, Texts t) {
        var owed = collection.owed(desk.operator());
        var late = owed.stream().filter(one -> one.daysLate() > 0).toList();
        var sheet = Sheet.titled(t.localize("bureau.place.COLLECTION"))
                .list(new Listing(
                        t.localize("bureau.collection.cases"),
                        List.of(
                                Column.text(t.localize("bureau.col.invoice")),
                                Column.text(t.localize("bureau.col.client")),
                                Column.number(t.localize("bureau.collection.late")),
                                Column.number(t.localize("bureau.col.open")),
                                Column.text(t.localize("bureau.collection.next"))),
                        late.stream().map(one -> row(desk, one, t)).toList(),
                        t.localize("bureau.collection.none")))
                .list(aged(desk, owed, t));
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) {
            long ready = late.stream().filter(CollectionPage::isReminder).count();
            if (ready > 0) {
                sheet.act(Act.main(
                        t.localize("bureau.collection.all"),
                        t.localize("bureau.collection.all.hint", ready),
                        desk.href("recouvrement/relances")));
            }
            sheet.act(schedule(desk, typed, t));
        }
        return sheet.done();
    }

    private Act schedule(Desk desk, Typed typed, Texts t) {
        Schedule now = collection.schedule(desk.operator());
        return Act.saying(
                t.localize("bureau.collection.schedule"),
                t.localize("bureau.collection.schedule.hint"),
                desk.href("recouvrement/rythme"),
                days("friendly", now.friendlyDays(), typed, t),
                days("firm", now.firmDays(), typed, t),
                days("notice", now.noticeDays(), typed, t));
    }

    private static Field days(String name, int now, Typed typed, Texts t) {
        var field = Field.of("number", name, t.localize("bureau.collection.schedule." + name))
                .must();
        return typed.hasErrors() ? typed.back(field) : field.value(Integer.toString(now));
    }

    private static boolean isReminder(Standing one) {
        return one.next() == Next.FRIENDLY || one.next() == Next.FIRM || one.next() == Next.NOTICE;
    }

    private static List<Cell> row(Desk desk, Standing one, Texts t) {
        return List.of(
                Cell.link(
                        one.invoice().number(),
                        t.date(one.invoice().dueDate()),
                        desk.href("recouvrement/" + one.invoice().id())),
                Cell.text(one.invoice().clientName()),
                Cell.figure(t.localize("bureau.collection.days", one.daysLate())),
                Cell.figure(t.money(one.invoice().open())),
                Cell.badge(t.localize("bureau.collection.next." + one.next().name()), tone(one.next())));
    }

    private static String tone(Next next) {
        return switch (next) {
            case WAIT -> "quiet";
            case FRIENDLY, FIRM -> "warn";
            case NOTICE, LITIGATION -> "refuse";
            case DISPUTE, AT_LITIGATION -> "info";
        };
    }

    /// Balance âgée.
    private static Listing aged(Desk desk, List<Standing> owed, Texts t) {
        var byClient = new LinkedHashMap<ClientId, EnumMap<Age, Money>>();
        var names = new LinkedHashMap<ClientId, String>();
        for (var one : owed) {
            names.put(one.invoice().client(), one.invoice().clientName());
            byClient.computeIfAbsent(one.invoice().client(), _ -> new EnumMap<>(Age.class))
                    .merge(Age.of(one.daysLate()), one.invoice().open(), Money::plus);
        }
        var columns = new ArrayList<>(List.of(Column.text(t.localize("bureau.col.client"))));
        for (var age : Age.values()) columns.add(Column.number(t.localize("bureau.collection.age." + age.name())));
        columns.add(Column.number(t.localize("bureau.collection.total")));
        var rows = new ArrayList<List<Cell>>();
        byClient.forEach((client, sums) -> {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.link(
                    names.getOrDefault(client, ""),
                    t.localize("bureau.collection.statement"),
                    desk.href("recouvrement/releves/" + client)));
            var total = Money.ZERO;
            for (var age : Age.values()) {
                var sum = sums.getOrDefault(age, Money.ZERO);
                total = total.plus(sum);
                cells.add(Cell.figure(t.money(sum)));
            }
            cells.add(Cell.figure(t.money(total)));
            rows.add(cells);
        });
        return new Listing(
                t.localize("bureau.collection.aged"), columns, rows, t.localize("bureau.collection.aged.none"));
    }

    private Sheet sheet(Desk desk, IssuedInvoice invoice, SignedIn who, Typed typed, Texts t) {
        var one = collection.of(invoice);
        var claim = one.claim();
        var through = claim.through();
        var base = desk.href("recouvrement/" + invoice.id());
        var sheet = Sheet.titled(invoice.number())
                .above(invoice.clientName())
                .in(t.localize("bureau.collection.next." + one.next().name()), tone(one.next()))
                .link(t.localize("bureau.col.invoice"), desk.href("factures/" + invoice.id()))
                .link(t.localize("bureau.collection.statement"), desk.href("recouvrement/releves/" + invoice.client()))
                .facts(
                        t.localize("bureau.collection.claim"),
                        Fact.of(t.localize("bureau.col.due"), t.date(invoice.dueDate())),
                        Fact.of(
                                t.localize("bureau.collection.late"),
                                t.localize("bureau.collection.days", one.daysLate())),
                        Fact.of(t.localize("bureau.col.open"), t.money(claim.open())),
                        Fact.of(
                                t.localize("bureau.collection.penalties"),
                                claim.complete()
                                        ? t.money(claim.penalties())
                                        : through == null
                                                ? t.localize("bureau.collection.penalties.unknown")
                                                : t.localize(
                                                        "bureau.collection.penalties.until",
                                                        t.money(claim.penalties()),
                                                        t.date(through))),
                        Fact.of(t.localize("bureau.collection.fee"), t.money(claim.fee())),
                        Fact.of(t.localize("bureau.collection.total"), t.money(claim.total())))
                .list(new Listing(
                        t.localize("bureau.collection.reminders"),
                        List.of(
                                Column.text(t.localize("bureau.collection.step")),
                                Column.text(t.localize("bureau.collection.sent")),
                                Column.number(t.localize("bureau.col.open"))),
                        one.reminders().stream()
                                .map(each -> List.of(
                                        Cell.text(t.localize("bureau.collection.next."
                                                + each.step().name())),
                                        Cell.text(t.moment(each.at()), each.email()),
                                        Cell.figure(t.money(each.open()))))
                                .toList(),
                        t.localize("bureau.collection.reminders.none")))
                .list(new Listing(
                        t.localize("bureau.collection.disputes"),
                        List.of(
                                Column.text(t.localize("bureau.reason")),
                                Column.text(t.localize("bureau.collection.opened")),
                                Column.text(t.localize("bureau.collection.outcome"))),
                        one.disputes().stream()
                                .map(each -> List.of(
                                        Cell.text(each.reason()),
                                        Cell.text(
                                                t.moment(each.openedAt()),
                                                t.localize("bureau.collection.by."
                                                        + each.by().name())),
                                        Cell.text(each.outcome() == null ? "" : each.outcome())))
                                .toList(),
                        t.localize("bureau.collection.disputes.none")));
        if (one.litigated() != null) sheet.link(t.localize("bureau.collection.file"), base + "/dossier");
        if (who.has(desk.operator(), Role.GESTIONNAIRE)) acts(one, base, sheet, typed, t);
        return sheet.done();
    }

    private static void acts(Standing one, String base, Sheet.Builder sheet, Typed typed, Texts t) {
        if (isReminder(one)) {
            sheet.act(Act.main(
                    t.localize("bureau.collection.send." + one.next().name()),
                    t.localize("bureau.collection.send.hint"),
                    base + "/relance"));
        }
        if (one.next() == Next.LITIGATION) {
            sheet.act(Act.main(
                    t.localize("bureau.collection.litigate"),
                    t.localize("bureau.collection.litigate.hint"),
                    base + "/contentieux"));
        }
        if (one.next() == Next.DISPUTE) {
            sheet.act(Act.saying(
                    t.localize("bureau.collection.dispute.close"),
                    t.localize("bureau.collection.dispute.close.hint"),
                    base + "/litige/fin",
                    typed.back(Field.of("textarea", "outcome", t.localize("bureau.collection.outcome"))
                            .must())));
        } else if (one.invoice().open().isPositive() && one.next() != Next.AT_LITIGATION) {
            sheet.act(Act.saying(
                    t.localize("bureau.collection.dispute"),
                    t.localize("bureau.collection.dispute.hint"),
                    base + "/litige",
                    typed.back(Field.of("textarea", "reason", t.localize("bureau.reason"))
                            .must())));
        }
    }
}
