package org.passerelle.contracts.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;
import org.passerelle.missions.MissionTerms;
import org.passerelle.operators.Operator;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.HoursBasis;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayInput;
import org.passerelle.pay.PayTerms;
import org.passerelle.pay.Withholding;
import org.passerelle.pay.WorkerTerms;
import org.passerelle.pay.YearToDate;
import org.passerelle.pay.Zone;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;

/// What a month of the mission's price becomes, as portage contracts must show it (PS-46): fee, employer's levies,
/// gross pay and finder's indemnity. No expenses and nothing kept in reserve; the parts add up to the price.
///
/// @param price excl. VAT, for the days foreseen in a full month
/// @param pay gross, without the finder's indemnity
/// @param levies the employer's
public record PriceSplit(Money price, Money fee, Money pay, Money apport, Money levies) {

    /// Empty when the price funds no pay at all.
    public static Optional<PriceSplit> of(
            Operator operator, Person person, MissionTerms mission, LocalDate on, PayEngine engine, Law law) {
        var price = mission.pricePerDay().exact().times(mission.daysPerMonth()).roundHalfUp();
        var fee = operator.fee(on).model().on(price);
        var budget = price.minus(fee);
        if (!budget.isPositive()) return Optional.empty();
        return engine.largestGross(
                        PayInput.of(on, Money.ZERO, terms(operator, person, on)), YearToDate.NONE, budget.exact())
                .filter(Money::isPositive)
                .map(gross -> {
                    var apport = apport(gross, law.rate("portage_apport_affaires"));
                    return new PriceSplit(price, fee, gross.minus(apport), apport, budget.minus(gross));
                });
    }

    /// The indemnity is a share of the base pay; together they are the gross.
    private static Money apport(Money gross, Rate rate) {
        var base = gross.toBigDecimal()
                .divide(BigDecimal.ONE.add(rate.percent().movePointLeft(2)), 2, RoundingMode.HALF_UP);
        return gross.minus(Money.of(base));
    }

    private static PayTerms terms(Operator operator, Person person, LocalDate on) {
        var house = operator.establishment(on);
        return PayTerms.of(
                new EmployerTerms(
                        house.headcount(),
                        house.versementMobilite(),
                        house.atmp(),
                        house.mutuelleMonthly(),
                        house.mutuelleEmployerShare(),
                        house.alternantsShare()),
                new WorkerTerms(
                        person.employment().cadre(),
                        person.employment().kind() == ContractKind.CDD,
                        person.employment().hoursPerWeek(),
                        HoursBasis.CONTRACT,
                        Withholding.NEUTRAL,
                        Zone.MAINLAND));
    }
}
