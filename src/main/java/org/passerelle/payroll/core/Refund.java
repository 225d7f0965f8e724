package org.passerelle.payroll.core;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.kernel.Money;

/// Approved expenses paid back together (PS-68).
///
/// @param reference as the bank transfer carries it: `FRA-2026-10-P-001-1`
public record Refund(UUID id, String reference, List<Expense> expenses) {

    public Refund {
        expenses = List.copyOf(expenses);
        if (expenses.isEmpty()) throw new IllegalArgumentException("nothing to refund");
    }

    public String source() {
        return "refund:" + id;
    }

    /// Without recoverable VAT: what the activity account bears.
    public Money cost() {
        return expenses.stream().map(Expense::net).reduce(Money.ZERO, Money::plus);
    }

    public Money vat() {
        return expenses.stream().map(Expense::vat).reduce(Money.ZERO, Money::plus);
    }

    public Money total() {
        return cost().plus(vat());
    }

    Map<String, Money> byAccount() {
        var sums = new TreeMap<String, Money>();
        for (Expense expense : expenses) sums.merge(account(expense.category()), expense.net(), Money::plus);
        return sums;
    }

    private static String account(ExpenseCategory category) {
        return switch (category) {
            case TRAVEL, MILEAGE, MEAL, LODGING -> "625100";
            case TELECOM -> "626000";
            case EQUIPMENT, SOFTWARE, TRAINING, OTHER -> "628000";
        };
    }
}
