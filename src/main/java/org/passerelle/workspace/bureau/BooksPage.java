package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.operators.Operators;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Downloads;
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

/// The book: the trial balance of today, the FEC of a year, the closing of a month.
@Controller
@OpenTo({Role.GESTIONNAIRE, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/comptabilite")
class BooksPage {

    private final Desks desks;
    private final Ledger ledger;
    private final Operators operators;
    private final ClosingSheet closing;
    private final Clock clock;

    BooksPage(Desks desks, Ledger ledger, Operators operators, ClosingSheet closing, Clock clock) {
        this.desks = desks;
        this.ledger = ledger;
        this.operators = operators;
        this.closing = closing;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView balance(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.BOOKS, t);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, null, t)));
    }

    /// A month takes no more lines; what is corrected later goes into the first open one (R-07, I-7).
    @OpenTo(Role.GESTIONNAIRE)
    @PostMapping("/cloture")
    ModelAndView close(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.BOOKS, t);
        Desks.require(who, desk, Role.GESTIONNAIRE);
        var month = typed.must("month", Month::of);
        if (!typed.checked("sure")) typed.refuse("sure", t.localize("bureau.closing.unsure"));
        if (month != null
                && !typed.hasErrors()
                && !closing.closable(desk.operator()).contains(month)) {
            typed.refuse("month", closing.told(desk.operator(), month, t));
        }
        if (month == null || typed.hasErrors() || !ledger.close(desk.operator(), month)) {
            if (month != null && !typed.hasErrors()) typed.refuse("month", closing.told(desk.operator(), month, t));
            return Partials.unprocessable(
                    "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, who, typed, t)));
        }
        return Partials.seeOther(desk.href("comptabilite"), Toast.ok("bureau.closing.ok", t.month(month)));
    }

    private Sheet sheet(Desk desk, SignedIn who, @Nullable Typed typed, Texts t) {
        var balance = ledger.trialBalance(desk.operator());
        var columns = List.of(
                Column.text(t.localize("bureau.books.account")),
                Column.number(t.localize("bureau.books.debit")),
                Column.number(t.localize("bureau.books.credit")),
                Column.number(t.localize("bureau.books.balance")));
        var rows = balance.rows().stream()
                .map(row -> List.of(
                        Cell.text(row.account() + (row.aux() == null ? "" : " · " + row.aux()), row.label()),
                        Cell.figure(t.money(row.debit())),
                        Cell.figure(t.money(row.credit())),
                        Cell.figure(t.money(row.balance()))))
                .toList();
        int year = Days.today(clock).getYear();
        var sheet = Sheet.titled(t.localize("bureau.place.BOOKS"))
                .link("FEC " + year, desk.href("comptabilite/fec/" + year))
                .link("FEC " + (year - 1), desk.href("comptabilite/fec/" + (year - 1)))
                .facts(
                        t.localize("bureau.books.totals"),
                        Fact.of(t.localize("bureau.books.debit"), t.money(balance.debit())),
                        Fact.of(t.localize("bureau.books.credit"), t.money(balance.credit())))
                .facts(t.localize("bureau.closing.before"), closing.waiting(desk, t))
                .list(new Listing(t.localize("bureau.books.trial"), columns, rows, t.localize("bureau.books.none")))
                .list(closing.done(desk.operator(), t));
        var act = who.has(desk.operator(), Role.GESTIONNAIRE) ? closing.act(desk, typed, t) : Optional.<Act>empty();
        act.ifPresent(sheet::act);
        var wrong = typed == null ? null : typed.error("month");
        if (act.isEmpty() && wrong != null) sheet.saying(wrong);
        return sheet.done();
    }

    @GetMapping("/fec/{year}")
    ResponseEntity<byte[]> fec(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable int year, Texts t) {
        var desk = desks.at(who, operator, Place.BOOKS, t);
        var siren = operators.get(desk.operator()).siret().siren();
        return Downloads.attachment(siren + "FEC" + year + "1231.txt", "text/plain", ledger.fec(desk.operator(), year));
    }
}
