package org.passerelle.simulator.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.people.PayStep;

/// Questions of the worked example of payroll.md 10: a house of sixty, October 2026, 8 %.
public final class SomeQuestions {

    public static final EmployerTerms HOUSE = new EmployerTerms(
            60, Rate.ofPercent("3.2"), Rate.ofPercent("1"), Money.of("60"), Rate.ofPercent("50"), Rate.ofPercent("5"));

    public static final FeeModel EIGHT = new FeeModel.Percent(Rate.ofPercent("8"));

    public static final Month OCTOBER = Month.of("2026-10");

    private SomeQuestions() {}

    public static Employee ported(String load) {
        return Employee.inPortage(true, HOUSE, true, Rate.ofPercent(load), PayStep.JUNIOR);
    }

    public static Employee cooperative() {
        return Employee.inCooperative(true, HOUSE);
    }

    public static Question of(String turnover, String expenses, @Nullable String days) {
        return new Question(
                OCTOBER,
                Money.of(turnover),
                days == null ? null : new BigDecimal(days),
                Money.of(expenses),
                EIGHT,
                ported("0"),
                cooperative(),
                Micro.Activity.LIBERAL,
                false);
    }
}
