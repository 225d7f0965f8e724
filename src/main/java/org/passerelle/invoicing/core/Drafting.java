package org.passerelle.invoicing.core;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.activity.ActivityReport;
import org.passerelle.activity.ActivityUnit;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseState;
import org.passerelle.documents.pdf.French;
import org.passerelle.invoicing.InvoiceLine;
import org.passerelle.kernel.Money;
import org.passerelle.missions.EarlierPrice;
import org.passerelle.missions.Mission;

/// What an approved report gives to invoice for one mission: the work in the unit of its price, then the expenses
/// that the client bears.
public final class Drafting {

    private Drafting() {}

    /// @param earlier prices before amendments, the oldest first
    /// @param expenses of the worker in that month; only approved and rebilled ones of this mission count
    /// @return empty when nothing is to be invoiced
    public static List<InvoiceLine> lines(
            ActivityReport report, Mission mission, List<EarlierPrice> earlier, List<Expense> expenses) {
        var lines = new ArrayList<InvoiceLine>();
        var terms = mission.terms();
        var unit = switch (terms.mode()) {
            case DAY -> ActivityUnit.DAY;
            case HOUR -> ActivityUnit.HOUR;
            case FIXED -> ActivityUnit.PART;
        };
        lines.addAll(work(report, mission, earlier, unit));
        for (var expense : expenses) {
            if (expense.state() == ExpenseState.APPROVED
                    && expense.rebilled()
                    && mission.id().equals(expense.mission())
                    && expense.net().isPositive()) {
                var label = expense.label() + " (" + French.day(expense.day()) + ")";
                lines.add(line(mission, InvoiceLine.Kind.EXPENSE, label, BigDecimal.ONE, "C62", expense.net()));
            }
        }
        return lines;
    }

    /// The days before an amendment at the price of then, on a line of their own (PS-57).
    private static List<InvoiceLine> work(
            ActivityReport report, Mission mission, List<EarlierPrice> earlier, ActivityUnit unit) {
        var lines = new ArrayList<InvoiceLine>();
        var title = mission.terms().title();
        var from = report.month().firstDay();
        var end = report.month().lastDay().plusDays(1);
        for (var price : earlier) {
            var before = price.before().isBefore(end) ? price.before() : end;
            var quantity = report.quantity(mission.id(), unit, from, before);
            if (quantity.signum() > 0) {
                var label = before.equals(end) ? title : title + " (avant le " + French.day(before) + ")";
                lines.add(line(mission, InvoiceLine.Kind.WORK, label, quantity, code(unit), price.price()));
            }
            if (before.isAfter(from)) from = before;
        }
        var quantity = report.quantity(mission.id(), unit, from, end);
        if (quantity.signum() > 0) {
            var price = mission.terms().price();
            lines.add(line(mission, InvoiceLine.Kind.WORK, title, quantity, code(unit), price));
        }
        return lines;
    }

    private static InvoiceLine line(
            Mission mission, InvoiceLine.Kind kind, String label, BigDecimal quantity, String unit, Money price) {
        return InvoiceLine.of(
                mission.id(),
                mission.person(),
                kind,
                label,
                quantity,
                unit,
                price,
                mission.terms().vat());
    }

    // UN/ECE recommendation 20; a part of a fixed price is a piece.
    private static String code(ActivityUnit unit) {
        return switch (unit) {
            case DAY -> "DAY";
            case HOUR -> "HUR";
            case PART -> "C62";
        };
    }
}
