package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.PayslipId;
import org.passerelle.payroll.Correction;
import org.passerelle.payroll.Corrections;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Field;
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

/// A payslip beside what it would be with the files as they are now, and the act that cancels and replaces it.
@Controller
@OpenTo(Role.PAYROLL)
@RequestMapping("/bureau/{operator}/paie/bulletins/{payslip}/correction")
class PayslipCorrectionPage {

    private final Desks desks;
    private final Payslips payslips;
    private final Corrections corrections;
    private final People people;
    private final Clock clock;

    PayslipCorrectionPage(Desks desks, Payslips payslips, Corrections corrections, People people, Clock clock) {
        this.desks = desks;
        this.payslips = payslips;
        this.corrections = corrections;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID payslip, Texts t) {
        var desk = desks.at(who, operator, Place.PAYROLL_RUN, t);
        Desks.require(who, desk, Role.PAYROLL);
        var found = find(desk, payslip);
        return Partials.page(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, null, null, t)));
    }

    @PostMapping
    ModelAndView correct(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @PathVariable UUID payslip,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.PAYROLL_RUN, t);
        Desks.require(who, desk, Role.PAYROLL);
        var found = find(desk, payslip);
        var reason = typed.must("motif", Correction.Change::reason);
        var gross = typed.value("brut", PayslipCorrectionPage::positive);
        var date = typed.must("date", Typed::date);
        if (typed.hasErrors() || reason == null || date == null) return again(desk, found, typed, null, t);
        var change = new Correction.Change(reason, gross, date);
        return switch (corrections.correct(desk.operator(), found.id(), change, Desks.intent(typed))) {
            case Correction.Made(var made) ->
                Partials.seeOther(
                        desk.href("paie?mois=" + made.month()), Toast.ok("bureau.correction.done", made.number()));
            case Correction.Refused(var why) -> again(desk, found, typed, why, t);
            case Correction.Possible _ -> throw new IllegalStateException("a correction was asked for, not a preview");
        };
    }

    private static Money positive(String text) {
        var money = Typed.money(text);
        if (!money.isPositive()) throw new org.passerelle.kernel.InvalidValue("money.positive", text);
        return money;
    }

    private ModelAndView again(Desk desk, IssuedPayslip found, Typed typed, Correction.@Nullable Reason why, Texts t) {
        return Partials.unprocessable(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, found, typed, why, t)));
    }

    private IssuedPayslip find(Desk desk, UUID id) {
        return payslips.find(new PayslipId(id))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
    }

    private Sheet sheet(
            Desk desk, IssuedPayslip found, @Nullable Typed typed, Correction.@Nullable Reason why, Texts t) {
        var preview = corrections.preview(desk.operator(), found.id(), null);
        var sheet = Sheet.titled(t.localize("bureau.correction", found.number()))
                .above(people.get(found.person()).name() + " · " + t.month(found.month()))
                .link(t.localize("bureau.place.PAYROLL_RUN"), desk.href("paie?mois=" + found.month()));
        if (why != null) {
            sheet.saying(t.localize("payroll.not_corrected." + why));
        } else if (preview instanceof Correction.Refused(var reason)) {
            sheet.saying(t.localize("payroll.not_corrected." + reason));
        }
        if (mayBeMade(preview)) {
            sheet.act(Act.saying(
                    t.localize("bureau.correction.make"),
                    t.localize("bureau.correction.hint"),
                    desk.href("paie/bulletins/" + found.id() + "/correction"),
                    fields(typed, t)));
        }
        sheet.facts(
                t.localize("bureau.correction.given"),
                facts(
                        t,
                        found.gross(),
                        found.netBeforeTax(),
                        found.netBeforeTax().minus(found.withheld()),
                        found.cost()));
        if (preview instanceof Correction.Possible possible) {
            var totals = possible.after().totals();
            sheet.facts(
                    t.localize("bureau.correction.now"),
                    facts(
                            t,
                            possible.after().gross(),
                            totals.netBeforeTax(),
                            totals.netBeforeTax().minus(totals.withheld()),
                            totals.cost()));
            sheet.facts(
                    t.localize("bureau.correction.effect"),
                    Fact.of(t.localize("bureau.correction.difference"), t.money(possible.difference())));
        }
        return sheet.done();
    }

    /// With another gross it may be made even if the files alone change nothing.
    private static boolean mayBeMade(Correction preview) {
        return switch (preview) {
            case Correction.Refused(var reason) ->
                reason == Correction.Reason.NOTHING_CHANGES || reason == Correction.Reason.NOTHING_TO_PAY;
            case Correction.Possible _, Correction.Made _ -> true;
        };
    }

    private Field[] fields(@Nullable Typed typed, Texts t) {
        LocalDate today = Days.today(clock);
        var reason = Field.text("motif", t.localize("bureau.correction.reason")).must();
        var gross = Field.money("brut", t.localize("bureau.correction.gross"))
                .hint(t.localize("bureau.correction.gross.hint"));
        var date = Field.date("date", t.localize("bureau.pay.date")).must().value(today.toString());
        if (typed == null) return new Field[] {reason, gross, date};
        return new Field[] {typed.back(reason), typed.back(gross), typed.back(date)};
    }

    private static Fact[] facts(Texts t, Money gross, Money before, Money net, Money cost) {
        return new Fact[] {
            Fact.of(t.localize("bureau.pay.gross"), t.money(gross)),
            Fact.of(t.localize("bureau.pay.before.tax"), t.money(before)),
            Fact.of(t.localize("bureau.pay.net"), t.money(net)),
            Fact.of(t.localize("bureau.pay.cost"), t.money(cost))
        };
    }
}
