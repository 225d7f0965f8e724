package org.passerelle.workspace.bureau;

import java.util.List;
import java.util.function.Function;
import org.passerelle.kernel.Money;
import org.passerelle.payroll.PayPreview;
import org.passerelle.payroll.PayPreview.Payable;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Texts;

/// What a payroll would come to, in the words of the desk: everybody with the sums, and who is not paid and why.
final class PayPreviewList {

    private PayPreviewList() {}

    static Fact[] totals(List<Payable> payable, Texts t) {
        return new Fact[] {
            Fact.of(
                    t.localize("bureau.pay.gross"),
                    t.money(sum(payable, one -> one.sheet().gross()))),
            Fact.of(
                    t.localize("bureau.pay.before.tax"),
                    t.money(sum(payable, one -> one.sheet().totals().netBeforeTax()))),
            Fact.of(t.localize("bureau.pay.to.pay"), t.money(sum(payable, Payable::netPaid))),
            Fact.of(
                    t.localize("bureau.pay.cost"),
                    t.money(sum(payable, one -> one.sheet().totals().cost())))
        };
    }

    private static Money sum(List<Payable> payable, Function<Payable, Money> of) {
        return payable.stream().map(of).reduce(Money.ZERO, Money::plus);
    }

    static Listing payable(Desk desk, List<Payable> payable, boolean beforeAny, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.person")),
                Column.number(t.localize("bureau.pay.gross")),
                Column.number(t.localize("bureau.pay.before.tax")),
                Column.number(t.localize("bureau.pay.to.pay")),
                Column.number(t.localize("bureau.pay.cost")),
                Column.number(t.localize("bureau.pay.left")));
        var rows = payable.stream()
                .map(one -> List.of(
                        Cell.link(
                                one.person().name(),
                                note(one, t),
                                desk.href("personnes/" + one.person().id())),
                        Cell.figure(t.money(one.sheet().gross())),
                        Cell.figure(t.money(one.sheet().totals().netBeforeTax())),
                        Cell.figure(t.money(one.netPaid())),
                        Cell.figure(t.money(one.sheet().totals().cost())),
                        Cell.figure(t.money(one.sheet().account().balance()))))
                .toList();
        return new Listing(
                t.localize("bureau.pay.preview"),
                columns,
                rows,
                t.localize(beforeAny ? "bureau.pay.nobody" : "bureau.pay.none"));
    }

    private static String note(Payable one, Texts t) {
        return one.sheet().account().isShort()
                ? one.person().code() + " · " + t.localize("bureau.pay.short")
                : one.person().code();
    }

    static Listing unpaid(Desk desk, List<PayPreview.Unpaid> unpaid, Texts t) {
        var columns = List.of(Column.text(t.localize("bureau.col.person")), Column.text(t.localize("bureau.col.why")));
        var rows = unpaid.stream()
                .map(one -> List.of(
                        Cell.link(
                                one.person().name(),
                                one.person().code(),
                                desk.href("personnes/" + one.person().id())),
                        Cell.text(t.localize("payroll.not_paid." + one.reason().name()))))
                .toList();
        return new Listing(t.localize("bureau.pay.notpaid"), columns, rows, t.localize("bureau.pay.allpaid"));
    }
}
