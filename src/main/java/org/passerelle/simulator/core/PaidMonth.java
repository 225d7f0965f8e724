package org.passerelle.simulator.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.compte.core.Waterfall;
import org.passerelle.kernel.Money;
import org.passerelle.pay.Payslip;
import org.passerelle.pay.YearToDate;

/// A month as the payslip and the activity account would tell it.
///
/// @param released reserve given back to pay this month (PS-66)
/// @param slip null when there is nothing to pay
/// @param reserve set aside at the end of the month, with its load
/// @param leave set aside for leave at the end of the month, with its load
public record PaidMonth(
        MonthPlan plan,
        Waterfall waterfall,
        Money released,
        @Nullable Payslip slip,
        YearToDate after,
        Money reserve,
        Money leave,
        List<Mark> marks) {

    public PaidMonth {
        marks = List.copyOf(marks);
    }

    public Money gross() {
        return waterfall.gross();
    }

    /// Before tax.
    public Money net() {
        return waterfall.net();
    }

    public Money employeeShare() {
        return waterfall.gross().minus(waterfall.net());
    }

    public Money employerShare() {
        return waterfall.charges();
    }

    public Money fee() {
        return waterfall.claim().fee();
    }

    /// Disponible at the end.
    public Money balance() {
        return waterfall.balance();
    }

    public Money netTaxable() {
        return slip == null ? Money.ZERO : slip.printed().netTaxable();
    }

    /// Tax withheld at the neutral rate.
    public Money withheld() {
        return slip == null ? Money.ZERO : slip.printed().pas();
    }
}
