package org.passerelle.simulator.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.operators.FeeModel;

/// What the comparisons start from: one month, repeated.
///
/// @param month the month shown; the year is that of the calendar around it
/// @param turnover of a month, without VAT
/// @param days of a month worked for clients, or null when nobody said
public record Question(
        Month month,
        Money turnover,
        @Nullable BigDecimal days,
        Money expenses,
        FeeModel fee,
        Employee portage,
        Employee cooperative,
        Micro.Activity activity,
        boolean acre) {

    MonthPlan plan(Month of) {
        return new MonthPlan(of, turnover, expenses, days, null);
    }

    public Question withFee(FeeModel other) {
        return new Question(month, turnover, days, expenses, other, portage, cooperative, activity, acre);
    }
}
