package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.Pocket;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PayslipId;
import org.passerelle.ledger.Ledger;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.PayPreview;
import org.passerelle.payroll.Payroll;
import org.passerelle.payroll.PayrollRun;
import org.passerelle.payroll.Payslips;
import org.passerelle.people.People;
import org.passerelle.platform.time.Days;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The payroll of a month: what it would come to and for whom not, the run, the payslips it gave.
@Controller
@OpenTo({Role.PAYROLL, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/paie")
class PayrollPage {

    private final Desks desks;
    private final Payroll payroll;
    private final Payslips payslips;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    PayrollPage(Desks desks, Payroll payroll, Payslips payslips, People people, Ledger ledger, Clock clock) {
        this.desks = desks;
        this.payroll = payroll;
        this.payslips = payslips;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView month(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(name = "mois") Optional<String> mois,
            Texts t) {
        var desk = desks.at(who, operator, Place.PAYROLL_RUN, t);
        var month =
                mois.map(Month::of).orElse(Month.containing(Days.today(clock)).previous());
        return Partials.page(
                "workspace/bureau/sheet",
                Map.of("desk", desk, "sheet", sheet(desk, who, month, Days.today(clock), "", null, t)));
    }

    @OpenTo(Role.PAYROLL)
    @PostMapping
    ModelAndView run(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID operator,
            @RequestParam(name = "mois") String mois,
            Typed typed,
            Texts t) {
        var desk = desks.at(who, operator, Place.PAYROLL_RUN, t);
        Desks.require(who, desk, Role.PAYROLL);
        var month = Month.of(mois);
        var date = typed.must("date", Typed::date);
        if (date == null) {
            return Partials.unprocessable(
                    "workspace/bureau/sheet",
                    Map.of("desk", desk, "sheet", sheet(desk, who, month, Days.today(clock), "", typed, t)));
        }
        var run = payroll.run(desk.operator(), month, date, Desks.intent(typed));
        if (run.notPaid().isEmpty()) {
            return Partials.seeOther(
                    desk.href("paie?mois=" + month),
                    Toast.ok("bureau.pay.done", Integer.toString(run.payslips().size())));
        }
        return Partials.page(
                "workspace/bureau/sheet",
                Map.of("desk", desk, "sheet", sheet(desk, who, month, date, undone(run, t), null, t)));
    }

    @GetMapping("/bulletins/{payslip}")
    ResponseEntity<byte[]> payslip(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID payslip, Texts t) {
        var desk = desks.at(who, operator, Place.PAYROLL_RUN, t);
        var found = payslips.find(new PayslipId(payslip))
                .filter(each -> each.operator().equals(desk.operator()))
                .orElseThrow();
        return Downloads.attachment(found.number() + ".pdf", "application/pdf", payslips.pdf(found));
    }

    private static String undone(PayrollRun run, Texts t) {
        return t.localize(
                "bureau.pay.undone", run.payslips().size(), run.notPaid().size());
    }

    private Sheet sheet(
            Desk desk, SignedIn who, Month month, LocalDate payDate, String said, @Nullable Typed typed, Texts t) {
        var given = payslips.all(desk.operator(), month);
        var preview = payroll.preview(desk.operator(), month, payDate);
        var payable = of(preview, PayPreview.Payable.class);
        var sheet = Sheet.titled(t.localize("bureau.pay", t.ofMonth(month)))
                .saying(said)
                .link(t.month(month.previous()), desk.href("paie?mois=" + month.previous()))
                .link(t.month(month.next()), desk.href("paie?mois=" + month.next()));
        if (who.has(desk.operator(), Role.PAYROLL)) {
            var date = Field.date("date", t.localize("bureau.pay.date"))
                    .must()
                    .value(Days.today(clock).toString());
            sheet.act(Act.saying(
                    t.localize("bureau.pay.run"),
                    t.localize("bureau.pay.run.hint"),
                    desk.href("paie?mois=" + month),
                    typed == null ? date : typed.back(date)));
        }
        if (!payable.isEmpty()) sheet.facts(t.localize("bureau.pay.coming"), PayPreviewList.totals(payable, t));
        if (!given.isEmpty()) {
            sheet.facts(
                    t.localize("bureau.pay.totals"),
                    Fact.of(t.localize("bureau.pay.gross"), t.money(sum(given, IssuedPayslip::gross))),
                    Fact.of(t.localize("bureau.pay.net"), t.money(sum(given, IssuedPayslip::netPaid))),
                    Fact.of(t.localize("bureau.pay.cost"), t.money(sum(given, IssuedPayslip::cost))));
        }
        var advanced = ledger.balance(desk.operator(), Pocket.ADVANCE.account(), null);
        if (!advanced.isZero()) {
            sheet.facts(
                    t.localize("bureau.pay.advances"), Fact.of(t.localize("bureau.pay.advanced"), t.money(advanced)));
        }
        return sheet.list(PayPreviewList.payable(desk, payable, given.isEmpty(), t))
                .list(PayPreviewList.unpaid(desk, of(preview, PayPreview.Unpaid.class), t))
                .list(slips(
                        desk,
                        who.has(desk.operator(), Role.PAYROLL),
                        given,
                        payslips.history(desk.operator(), month),
                        t))
                .done();
    }

    private static <T extends PayPreview> List<T> of(List<PayPreview> all, Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Money sum(List<IssuedPayslip> given, java.util.function.Function<IssuedPayslip, Money> of) {
        return given.stream().map(of).reduce(Money.ZERO, Money::plus);
    }

    private Listing slips(Desk desk, boolean corrects, List<IssuedPayslip> standing, List<IssuedPayslip> all, Texts t) {
        var columns = new ArrayList<>(List.of(
                Column.text(t.localize("bureau.pay.slip")),
                Column.text(t.localize("bureau.col.person")),
                Column.text(t.localize("bureau.col.state")),
                Column.number(t.localize("bureau.pay.gross")),
                Column.number(t.localize("bureau.pay.net")),
                Column.number(t.localize("bureau.pay.cost"))));
        if (corrects) columns.add(Column.text(t.localize("bureau.pay.correct")));
        var rows = all.stream()
                .map(slip -> row(desk, slip, standing.contains(slip), corrects, t))
                .toList();
        return new Listing(t.localize("bureau.pay.slips"), columns, rows, t.localize("bureau.pay.noslip"));
    }

    private List<Cell> row(Desk desk, IssuedPayslip slip, boolean stands, boolean corrects, Texts t) {
        var href = desk.href("paie/bulletins/" + slip.id());
        var cells = new ArrayList<>(List.of(
                Cell.link(slip.number(), t.date(slip.payDate()), href),
                Cell.text(people.get(slip.person()).name()),
                !stands
                        ? Cell.badge(t.localize("bureau.pay.replaced"), "quiet")
                        : slip.version() > 1
                                ? Cell.badge(t.localize("bureau.pay.corrected"), "info")
                                : Cell.badge(t.localize("bureau.pay.issued"), "ok"),
                Cell.figure(t.money(slip.gross())),
                Cell.figure(t.money(slip.netPaid())),
                Cell.figure(t.money(slip.cost()))));
        if (corrects) {
            cells.add(stands ? Cell.link(t.localize("bureau.pay.correct"), "", href + "/correction") : Cell.text("–"));
        }
        return List.copyOf(cells);
    }
}
