package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.documents.Documents;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.missions.Missions;
import org.passerelle.people.People;
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

/// Expenses: the receipt is looked at, then approved or given back (PS-68).
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.PAYROLL, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/frais")
class ExpensesDeskPage {

    private final Desks desks;
    private final Expenses expenses;
    private final People people;
    private final Missions missions;
    private final Documents documents;

    ExpensesDeskPage(Desks desks, Expenses expenses, People people, Missions missions, Documents documents) {
        this.desks = desks;
        this.expenses = expenses;
        this.people = people;
        this.missions = missions;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.EXPENSES, t);
        var columns = List.of(
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.day")),
                Column.text(t.localize("bureau.col.kind")),
                Column.number(t.localize("bureau.col.gross")));
        var rows = expenses.waiting(desk.operator()).stream()
                .map(expense -> List.of(
                        Cell.link(
                                people.get(expense.person()).name(),
                                expense.label(),
                                desk.href("frais/" + expense.id())),
                        Cell.text(t.date(expense.day())),
                        Cell.text(t.localize(
                                "bureau.expense." + expense.category().name())),
                        Cell.figure(t.money(expense.gross()))))
                .toList();
        var sheet = Sheet.titled(t.localize("bureau.place.EXPENSES"))
                .list(new Listing(
                        t.localize("bureau.expenses.waiting"), columns, rows, t.localize("bureau.expenses.none")));
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet.done()));
    }

    @GetMapping("/{expense}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID expense, Texts t) {
        var desk = desks.at(who, operator, Place.EXPENSES, t);
        return Partials.page(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, find(desk, expense), null, t)));
    }

    @GetMapping("/{expense}/justificatif")
    ResponseEntity<byte[]> receipt(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID expense, Texts t) {
        var desk = desks.at(who, operator, Place.EXPENSES, t);
        var file = documents.find(find(desk, expense).receipt()).orElseThrow();
        return Downloads.attachment(file.fileName(), file.mediaType(), documents.content(file.id()));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{expense}/approbation")
    ModelAndView approve(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID expense, Texts t) {
        var desk = desks.at(who, operator, Place.EXPENSES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var done = expenses.approve(find(desk, expense).id());
        return Partials.seeOther(desk.href("frais"), Toast.ok("bureau.expense.approved", done.label()));
    }

    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/{expense}/retour")
    ModelAndView giveBack(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID expense,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.EXPENSES, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var found = find(desk, expense);
        var reason = typed.mustText("reason");
        if (typed.hasErrors()) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, typed, t)));
        }
        expenses.giveBack(found.id(), reason);
        return Partials.seeOther(desk.href("frais"), Toast.ok("bureau.expense.returned", found.label()));
    }

    private Expense find(Desk desk, UUID id) {
        return expenses.find(new ExpenseId(id))
                .filter(expense -> expense.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Sheet sheet(Desk desk, Expense expense, @Nullable Typed typed, Texts t) {
        var base = desk.href("frais/" + expense.id());
        var mission = expense.mission();
        var sheet = Sheet.titled(expense.label())
                .above(people.get(expense.person()).name() + " · " + t.month(expense.month()))
                .in(
                        t.localize("bureau.expense.state." + expense.state().name()),
                        expense.state() == ExpenseState.APPROVED
                                ? "ok"
                                : expense.state() == ExpenseState.SUBMITTED ? "warn" : "info")
                .saying(expense.returnReason() == null ? "" : expense.returnReason())
                .facts(
                        t.localize("bureau.expense"),
                        Fact.of(t.localize("bureau.col.day"), t.date(expense.day())),
                        Fact.of(
                                t.localize("bureau.col.kind"),
                                t.localize(
                                        "bureau.expense." + expense.category().name())),
                        Fact.of(t.localize("bureau.col.gross"), t.money(expense.gross())),
                        Fact.of(t.localize("bureau.col.vat"), t.money(expense.vat())),
                        Fact.of(
                                t.localize("bureau.expense.mission"),
                                mission == null
                                        ? t.localize("bureau.kind.PROSPECTING")
                                        : missions.get(mission).code()),
                        Fact.of(
                                t.localize("bureau.expense.rebilled"),
                                t.localize(expense.rebilled() ? "bureau.yes" : "bureau.no")))
                .link(t.localize("bureau.expense.receipt"), base + "/justificatif");
        if (expense.state() == ExpenseState.SUBMITTED) {
            var reason =
                    Field.of("textarea", "reason", t.localize("bureau.reason")).must();
            sheet.act(Act.main(
                            t.localize("bureau.expense.approve"),
                            t.localize("bureau.expense.approve.hint"),
                            base + "/approbation"))
                    .act(Act.saying(
                            t.localize("bureau.giveback"),
                            "",
                            base + "/retour",
                            typed == null ? reason : typed.back(reason)));
        }
        return sheet.done();
    }
}
