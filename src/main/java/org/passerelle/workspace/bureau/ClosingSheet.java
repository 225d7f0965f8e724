package org.passerelle.workspace.bureau;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.activity.Activity;
import org.passerelle.activity.Expenses;
import org.passerelle.banking.Statements;
import org.passerelle.invoicing.Invoicing;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Ledger;
import org.passerelle.platform.time.Days;
import org.passerelle.platform.web.Column;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;
import org.springframework.stereotype.Component;

/// Closing a month: which may be closed, what should be looked at before, who closed which.
@Component
class ClosingSheet {

    private final Ledger ledger;
    private final Activity activity;
    private final Expenses expenses;
    private final Invoicing invoicing;
    private final Statements statements;
    private final TrailStore names;
    private final Clock clock;

    ClosingSheet(
            Ledger ledger,
            Activity activity,
            Expenses expenses,
            Invoicing invoicing,
            Statements statements,
            TrailStore names,
            Clock clock) {
        this.ledger = ledger;
        this.activity = activity;
        this.expenses = expenses;
        this.invoicing = invoicing;
        this.statements = statements;
        this.names = names;
        this.clock = clock;
    }

    /// Months that are over and open, the oldest first; closing one closes those before it.
    List<Month> closable(OperatorId operator) {
        var first = ledger.closedThrough(operator).map(Month::next).or(() -> ledger.opened(operator));
        var months = new ArrayList<Month>();
        var now = Month.containing(Days.today(clock));
        for (var month = first.orElse(now); month.compareTo(now) < 0; month = month.next()) months.add(month);
        return months;
    }

    Optional<Act> act(Desk desk, @Nullable Typed typed, Texts t) {
        var months = closable(desk.operator());
        if (months.isEmpty()) return Optional.empty();
        var options = months.stream()
                .map(month -> new Option(month.toString(), t.month(month), month.equals(months.getFirst())))
                .toList();
        var month = Field.select("month", t.localize("bureau.closing.month"), options);
        var sure =
                Field.of("checkbox", "sure", t.localize("bureau.closing.sure")).must();
        return Optional.of(Act.saying(
                t.localize("bureau.closing.act"),
                t.localize("bureau.closing.hint"),
                desk.href("comptabilite/cloture"),
                typed == null ? month : typed.back(month),
                typed == null ? sure : typed.back(sure)));
    }

    /// What still waits; none of it forbids the closing, all of it is easier before.
    List<Fact> waiting(Desk desk, Texts t) {
        var operator = desk.operator();
        return List.of(
                count("reports", activity.waiting(operator).size(), desk.href("activites"), t),
                count("expenses", expenses.waiting(operator).size(), desk.href("frais"), t),
                count("drafts", invoicing.drafts(operator).size(), desk.href("factures"), t),
                count("lines", statements.waiting(operator).size(), desk.href("banque"), t));
    }

    private static Fact count(String what, int many, String href, Texts t) {
        var label = t.localize("bureau.closing." + what);
        return many == 0 ? Fact.of(label, t.localize("bureau.closing.nothing")) : Fact.link(label, "" + many, href);
    }

    Listing done(OperatorId operator, Texts t) {
        var columns = List.of(
                Column.text(t.localize("bureau.col.month")),
                Column.text(t.localize("bureau.closing.at")),
                Column.text(t.localize("bureau.closing.by")));
        var rows = ledger.closings(operator).stream()
                .map(closing -> List.of(
                        Cell.text(t.month(closing.month())),
                        Cell.text(t.moment(closing.at())),
                        Cell.text(names.nameOf(closing.by()))))
                .toList();
        return new Listing(t.localize("bureau.closing.done"), columns, rows, t.localize("bureau.closing.none"));
    }

    /// Who closed the month, or a later one, and when; for the one who comes second.
    String told(OperatorId operator, Month month, Texts t) {
        return ledger.closings(operator).stream()
                .filter(closing -> closing.month().compareTo(month) >= 0)
                .reduce((_, earliest) -> earliest)
                .map(closing -> t.localize(
                        "bureau.closing.taken", t.month(month), names.nameOf(closing.by()), t.moment(closing.at())))
                .orElseGet(() -> t.localize("bureau.closing.notyet", t.month(month)));
    }
}
