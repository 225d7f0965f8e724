package org.passerelle.workspace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.kernel.Money;
import org.passerelle.pay.LineKind;
import org.passerelle.pay.PayLine;
import org.passerelle.pay.PayWords;
import org.passerelle.payroll.Sheet;
import org.passerelle.platform.web.Language;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.web.PayPreviewView.Part;
import org.passerelle.workspace.web.PayPreviewView.Row;

/// A sheet told line by line: from the account to the gross, the contributions, from the gross to the transfer.
final class PayPreviewWords {

    private static final String KEY = "workspace.preview.";

    private final Sheet sheet;
    private final Texts t;

    PayPreviewWords(Sheet sheet, Texts t) {
        this.sheet = sheet;
        this.t = t;
    }

    List<Part> parts(List<PayLine> lines, Money refund, Money recovered) {
        return List.of(
                new Part(say("account"), false, account()),
                new Part(say("gross"), false, gross()),
                new Part(say("contributions"), true, contributions(lines)),
                new Part(say("net"), false, net(refund, recovered)));
    }

    /// PS-61: every cent that was there, and where it goes.
    private List<Row> account() {
        var account = sheet.account();
        var totals = sheet.totals();
        return Stream.of(
                        moved("opening", account.opening()),
                        moved("collected", account.collected()),
                        moved("fee", account.fee().negated()),
                        moved("expenses", account.expenses().negated()),
                        moved("advance.recovered", account.takenBack().negated()),
                        moved("advance", account.advanced()),
                        moved("leave.released", account.leaveReleased()),
                        moved("reserve.released", account.fromReserve()),
                        moved("gross.paid", sheet.gross().negated()),
                        moved("employer", totals.employer().negated()),
                        moved("reserve", account.reserve().negated()),
                        moved("leave", account.leave().negated()),
                        new Row(say("left"), List.of(), account.balance(), null, true))
                .filter(row -> row.total() || !row.amount().isZero())
                .toList();
    }

    private Row moved(String key, Money amount) {
        return new Row(say(key), why(key), amount, null, false);
    }

    private List<Row> gross() {
        var rows = new ArrayList<Row>();
        for (var earning : sheet.earnings()) {
            var base = earning.base();
            var rate = earning.rate();
            var why = base == null || rate == null
                    ? earning.code().equals("leave_taken") ? leave() : why("earning." + earning.code())
                    : List.of(t.money(base) + " × " + t.percent(rate));
            rows.add(new Row(say("earning." + earning.code()), why, earning.amount(), null, false));
        }
        rows.add(new Row(say("gross.total"), List.of(), sheet.gross(), null, true));
        return rows;
    }

    private List<String> leave() {
        var leave = sheet.leave();
        if (leave == null) return List.of();
        return List.of(say(
                "leave.methods",
                t.number(leave.taken()),
                t.money(leave.tenth()),
                t.money(leave.maintained()),
                t.number(leave.left())));
    }

    private List<Row> contributions(List<PayLine> lines) {
        var words = t.language() == Language.EN ? PayWords.ENGLISH : PayWords.FRENCH;
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var kind = LineKind.valueOf(line.id().toUpperCase(Locale.ROOT));
            rows.add(new Row(words.label(kind), words.explain(line), line.employee(), line.employer(), false));
        }
        var totals = sheet.totals();
        rows.add(new Row(say("contributions.total"), List.of(), totals.employee(), totals.employer(), true));
        return rows;
    }

    private List<Row> net(Money refund, Money recovered) {
        var totals = sheet.totals();
        var tax = say(
                sheet.personalRate() == null ? "tax.neutral" : "tax.personal",
                t.money(totals.netTaxable()),
                t.percent(totals.withholdingRate()));
        var paid = totals.netBeforeTax().minus(totals.withheld()).plus(refund).minus(recovered);
        return Stream.of(
                        new Row(say("gross.total"), List.of(), sheet.gross(), null, false),
                        new Row(say("employee"), List.of(), totals.employee().negated(), null, false),
                        new Row(say("before.tax"), List.of(), totals.netBeforeTax(), null, true),
                        new Row(say("tax"), List.of(tax), totals.withheld().negated(), null, false),
                        refund.isZero() ? null : moved("refund", refund),
                        recovered.isZero() ? null : moved("recovered", recovered.negated()),
                        new Row(say("paid"), List.of(), paid, null, true))
                .filter(Objects::nonNull)
                .toList();
    }

    private List<String> why(String key) {
        return t.has(KEY + key + ".why") ? List.of(say(key + ".why")) : List.of();
    }

    private String say(String key, Object... values) {
        return t.localize(KEY + key, values);
    }
}
