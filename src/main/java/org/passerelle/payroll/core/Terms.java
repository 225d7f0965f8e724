package org.passerelle.payroll.core;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.Operator;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.MonthShare;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.Zone;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Employment;
import org.passerelle.people.Person;
import org.passerelle.people.Withholding;

/// From the files of an operator and a person to what the engine asks.
public final class Terms {

    /// A day of work is a fifth of the legal week of thirty-five hours.
    public static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(7);

    private Terms() {}

    /// A month of that person, gross still to be found. The ceiling follows the calendar days under contract
    /// (R242-2 I); so does the minimum wage of the reduction.
    public static PayInput input(Operator operator, Person person, Month month) {
        return input(operator, person, month, withholding(person));
    }

    /// The same with the tax rate of the day.
    ///
    /// @param personalRate null for the neutral table
    public static PayInput input(Operator operator, Person person, Month month, @Nullable Rate personalRate) {
        return input(
                operator,
                person,
                month,
                personalRate == null
                        ? org.passerelle.pay.Withholding.NEUTRAL
                        : new org.passerelle.pay.Withholding.Personal(personalRate));
    }

    private static PayInput input(
            Operator operator, Person person, Month month, org.passerelle.pay.Withholding withholding) {
        var employment = person.employment();
        var house = operator.establishment(month.lastDay());
        var employer = new EmployerTerms(
                house.headcount(),
                house.versementMobilite(),
                house.atmp(),
                house.mutuelleMonthly(),
                house.mutuelleEmployerShare(),
                house.alternantsShare());
        var worker = new WorkerTerms(
                employment.cadre(),
                employment.kind() == ContractKind.CDD,
                employment.hoursPerWeek(),
                employment.kind() == ContractKind.CESA ? HoursBasis.EQUIVALENT : HoursBasis.CONTRACT,
                withholding,
                Zone.MAINLAND);
        var share = share(employment, month);
        return new PayInput(month.lastDay(), Money.ZERO, PayTerms.of(employer, worker), share, share);
    }

    /// Days of the month under contract, or null when there are none.
    public static @Nullable DateRange daysUnderContract(Employment employment, Month month) {
        var start = employment.entry().isAfter(month.firstDay()) ? employment.entry() : month.firstDay();
        var exit = employment.exit();
        var end = exit != null && exit.isBefore(month.lastDay()) ? exit : month.lastDay();
        return end.isBefore(start) ? null : new DateRange(start, end);
    }

    private static MonthShare share(Employment employment, Month month) {
        var days = daysUnderContract(employment, month);
        int whole = month.lastDay().getDayOfMonth();
        int part = days == null ? 0 : (int) days.days().count();
        return part == whole ? MonthShare.FULL : new MonthShare(part, whole);
    }

    private static org.passerelle.pay.Withholding withholding(Person person) {
        return switch (person.withholding()) {
            case Withholding.Neutral _ -> org.passerelle.pay.Withholding.NEUTRAL;
            case Withholding.Personal(var rate) -> new org.passerelle.pay.Withholding.Personal(rate);
        };
    }
}
