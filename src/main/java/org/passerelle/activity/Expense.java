package org.passerelle.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A professional expense with its receipt (PS-68): real, justified, linked to a mission or to prospecting.
///
/// @param month in which it is reimbursed
/// @param day on the receipt, not after the end of [#month]
/// @param mission none for prospecting
/// @param gross incl. VAT, above zero
/// @param vat recoverable VAT within [#gross], zero or more
/// @param rebilled billed to the client besides the price; needs a mission
/// @param returnReason why it was given back, for [ExpenseState#RETURNED]
public record Expense(
        ExpenseId id,
        OperatorId operator,
        PersonId person,
        Month month,
        LocalDate day,
        ExpenseCategory category,
        String label,
        @Nullable MissionId mission,
        Money gross,
        Money vat,
        boolean rebilled,
        DocumentId receipt,
        ExpenseState state,
        @Nullable String returnReason) {

    public Expense {
        if (label.isBlank()) throw new InvalidValue("label.missing", "");
        if (!gross.isPositive()) throw new InvalidValue("money.positive", gross.toString());
        if (vat.isNegative() || vat.compareTo(gross) >= 0) throw new InvalidValue("expense.vat", vat.toString());
        if (day.isAfter(month.lastDay())) throw new InvalidValue("expense.day", day.toString());
        if (rebilled && mission == null) throw new InvalidValue("expense.mission", "");
    }

    /// Excl. VAT: what it costs the activity account.
    public Money net() {
        return gross.minus(vat);
    }
}
