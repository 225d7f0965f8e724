package org.passerelle.simulator.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.simulator.core.Hypotheses;
import org.passerelle.simulator.core.Question;
import org.passerelle.simulator.core.WorkYear;

/// What is wished for and how the year is spent, as typed.
///
/// @param wish net before tax, a month on average
/// @param lost share of the invoices that is never paid
/// @param late days that clients pay late
record DayRateForm(Question question, Money wish, WorkYear work, Rate lost, int late) {

    static final String[] FIRST = {
        "net", "vacances", "formation", "maladie", "prospection", "creux", "retard", "impayes", "frais", HouseFields.FEE
    };

    private static final Hypotheses H = Hypotheses.standard();
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

    static @Nullable DayRateForm read(Inputs in, LocalDate today) {
        var wish = in.money("net", H.money("net"), Money.of("1"), Money.of("30000"));
        var leave = in.number("vacances", H.number("leave_weeks"), "0", "52");
        var training = in.number("formation", H.number("training_days"), "0", "200");
        var sick = in.number("maladie", H.number("sick_days"), "0", "200");
        var prospecting = in.number("prospection", H.number("prospecting_days"), "0", "20");
        var empty = in.number("creux", H.number("empty_months"), "0", "11");
        int late = in.whole("retard", H.number("late_days").intValueExact(), 0, 365);
        var lost = in.rate("impayes", H.rate("lost"), "90");
        var expenses = in.money("frais", Money.ZERO, Money.of("100000"));
        var house = HouseFields.read(in, today);
        if (in.wrong()) return null;
        var question = new Question(
                house.month(),
                Money.ZERO,
                null,
                expenses,
                house.fee(),
                house.portage(),
                house.cooperative(),
                house.activity(),
                house.acre());
        var work = WorkYear.of(house.month().year(), leave, training, sick, prospecting, empty);
        return new DayRateForm(question, wish, work, lost, late);
    }

    /// What is invoiced and not yet paid at any time: the money to have beforehand.
    Money waiting(Money turnoverOfTheYear) {
        return Money.of(turnoverOfTheYear
                .toBigDecimal()
                .multiply(BigDecimal.valueOf(late))
                .divide(DAYS_A_YEAR, 2, RoundingMode.HALF_UP));
    }
}
