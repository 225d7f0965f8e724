package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.banking.Export;
import org.passerelle.banking.PaymentFile;
import org.passerelle.banking.PaymentOrder;
import org.passerelle.banking.PaymentOrderState;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.identity.FreshFactor;
import org.passerelle.identity.OpenTo;
import org.passerelle.identity.Role;
import org.passerelle.identity.SignedIn;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
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

/// Transfers out: what is prepared, the file for the bank, the files given out. Who prepared does not export (S-16).
@Controller
@OpenTo({Role.PAYROLL, Role.DIRECTOR})
@RequestMapping("/bureau/{operator}/virements")
class TransfersPage {

    private final Desks desks;
    private final PaymentOrders orders;
    private final Clock clock;

    TransfersPage(Desks desks, PaymentOrders orders, Clock clock) {
        this.desks = desks;
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Texts t) {
        var desk = desks.at(who, operator, Place.TRANSFERS, t);
        return Partials.page("workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, List.of(), null, t)));
    }

    @FreshFactor
    @PostMapping("/fichiers")
    ModelAndView export(@AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, Typed typed, Texts t) {
        var desk = desks.at(who, operator, Place.TRANSFERS, t);
        var day = typed.must("date", Typed::date);
        if (day == null) return again(desk, List.of(), typed, t);
        try {
            return switch (orders.export(desk.operator(), day, Desks.intent(typed))) {
                case Export.Exported(var file) ->
                    Partials.seeOther(desk.href("virements"), Toast.ok("bureau.transfers.done", file.fileName()));
                case Export.Refused(var findings) -> again(desk, FindingCard.of(findings, t), typed, t);
            };
        } catch (InvalidValue e) {
            typed.refuse("date", t.error(e));
            return again(desk, List.of(), typed, t);
        }
    }

    @GetMapping("/fichiers/{file}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID operator, @PathVariable UUID file, Texts t) {
        var desk = desks.at(who, operator, Place.TRANSFERS, t);
        var found = orders.files(desk.operator()).stream()
                .filter(each -> each.id().equals(file))
                .findFirst()
                .orElseThrow();
        return Downloads.attachment(found.fileName(), "application/xml", orders.content(found));
    }

    private ModelAndView again(Desk desk, List<FindingCard> findings, Typed typed, Texts t) {
        return Partials.unprocessable(
                "workspace/bureau/sheet", Map.of("desk", desk, "sheet", sheet(desk, findings, typed, t)));
    }

    private Sheet sheet(Desk desk, List<FindingCard> findings, @Nullable Typed typed, Texts t) {
        var all = orders.all(desk.operator());
        var prepared = all.stream()
                .filter(order -> order.state() == PaymentOrderState.PREPARED)
                .toList();
        var total = prepared.stream().map(order -> order.request().amount()).reduce(Money.ZERO, Money::plus);
        var sheet = Sheet.titled(t.localize("bureau.place.TRANSFERS"))
                .found(findings.isEmpty() ? FindingCard.of(orders.held(desk.operator()), t) : findings);
        if (!prepared.isEmpty()) {
            var date = Field.date("date", t.localize("bureau.transfers.date"))
                    .must()
                    .value(Days.today(clock).toString());
            sheet.act(Act.saying(
                    t.localize("bureau.transfers.export"),
                    t.localize("bureau.transfers.export.hint", prepared.size(), t.money(total)),
                    desk.href("virements/fichiers"),
                    typed == null ? date : typed.back(date)));
        }
        return sheet.list(orders(t.localize("bureau.transfers.prepared"), prepared, "bureau.transfers.nothing", t))
                .list(files(desk, orders.files(desk.operator()), t))
                .list(orders(
                        t.localize("bureau.transfers.sent"),
                        all.stream()
                                .filter(order -> order.state() != PaymentOrderState.PREPARED)
                                .toList(),
                        "bureau.transfers.none",
                        t))
                .done();
    }

    private static Listing orders(String title, List<PaymentOrder> orders, String empty, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.transfers.payee")),
                Column.text(t.localize("bureau.col.day")),
                Column.text(t.localize("bureau.col.state")),
                Column.number(t.localize("bureau.col.amount")));
        var rows = orders.stream()
                .map(order -> List.of(
                        Cell.text(
                                order.request().creditorName(),
                                order.request().reference() + " · "
                                        + order.request().creditorIban().masked()),
                        Cell.text(t.date(order.request().executionDate())),
                        Cell.badge(
                                t.localize("bureau.order." + order.state().name()),
                                order.state() == PaymentOrderState.PREPARED ? "warn" : "info"),
                        Cell.figure(t.money(order.request().amount()))))
                .toList();
        return new Listing(title, columns, rows, t.localize(empty));
    }

    private static Listing files(Desk desk, List<PaymentFile> files, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.transfers.file")),
                Column.text(t.localize("bureau.col.day")),
                Column.number(t.localize("bureau.transfers.count")),
                Column.number(t.localize("bureau.col.amount")));
        var rows = files.stream()
                .map(file -> List.of(
                        Cell.link(file.fileName(), file.messageId(), desk.href("virements/fichiers/" + file.id())),
                        Cell.text(t.date(file.executionDate())),
                        Cell.figure(Integer.toString(file.count())),
                        Cell.figure(t.money(file.total()))))
                .toList();
        return new Listing(t.localize("bureau.transfers.files"), columns, rows, t.localize("bureau.transfers.nofile"));
    }
}
