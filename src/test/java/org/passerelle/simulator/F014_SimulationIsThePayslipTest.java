package org.passerelle.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.Reporting;
import org.passerelle.compte.Category;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.law.Laws;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.operators.OperatorBuilder;
import org.passerelle.pay.EmployerTerms;
import org.passerelle.pay.PayEngine;
import org.passerelle.payroll.IssuedPayslip;
import org.passerelle.payroll.Payroll;
import org.passerelle.payroll.core.PaySheet;
import org.passerelle.people.PayStep;
import org.passerelle.people.Person;
import org.passerelle.simulator.core.Employee;
import org.passerelle.simulator.core.MonthPlan;
import org.passerelle.simulator.core.PaidMonth;
import org.passerelle.simulator.core.PaidYear;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("F014: the simulation is the payslip, to the cent")
class F014_SimulationIsThePayslipTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final Month NOVEMBER = Month.of("2026-11");

    @Autowired
    House house;

    @Autowired
    Payroll payroll;

    @Autowired
    Activity activity;

    @Autowired
    Ledger ledger;

    @Autowired
    Laws laws;

    @ParameterizedTest(name = "{0} days and {1} collected")
    @CsvSource({"18, 9000", "12, 5000", "20, 14321.09", "5, 1999.99"})
    void a_month_of_portage(int days, String collected) {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());

        var issued = paid(operator, person, OCTOBER, days, collected);

        assertSame(
                issued,
                simulated(operator, person, plan(OCTOBER, days, collected)).getFirst());
    }

    @Test
    void the_month_after_starts_from_the_same_sums() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var mission = mission(operator, person);

        var october = paid(operator, person, mission, OCTOBER, 18, "9000");
        var november = paid(operator, person, mission, NOVEMBER, 10, "4200");

        var months = simulated(operator, person, plan(OCTOBER, 18, "9000"), plan(NOVEMBER, 10, "4200"));
        assertSame(october, months.getFirst());
        assertSame(november, months.getLast());
    }

    @Test
    void another_house_has_other_terms_and_the_same_answer() {
        var operator = house.has(OperatorBuilder.anOperator().withHeadcount(9));
        var person = house.has(operator, aPerson().at(PayStep.JUNIOR));

        var issued = paid(operator, person, OCTOBER, 16, "7200");

        assertSame(
                issued, simulated(operator, person, plan(OCTOBER, 16, "7200")).getFirst());
    }

    @Test
    void a_month_of_a_cooperative() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());

        var issued = paid(operator, person, OCTOBER, 10, "6000");

        assertSame(
                issued, simulated(operator, person, plan(OCTOBER, 10, "6000")).getFirst());
    }

    private static void assertSame(IssuedPayslip issued, PaidMonth simulated) {
        var slip = Objects.requireNonNull(simulated.slip());
        assertThat(simulated.gross()).isEqualTo(issued.gross());
        assertThat(simulated.net()).isEqualTo(issued.netBeforeTax());
        assertThat(simulated.withheld()).isEqualTo(issued.withheld());
        assertThat(slip.printed().employerCost()).isEqualTo(issued.cost());
        assertThat(PaySheet.lines(slip)).isEqualTo(issued.sheet().lines());
        assertThat(simulated.after()).isEqualTo(issued.sheet().after());
        var account = issued.sheet().account();
        assertThat(simulated.fee()).isEqualTo(account.fee());
        assertThat(simulated.balance()).isEqualTo(account.balance());
        assertThat(simulated.waterfall().parts().reserve()).isEqualTo(account.reserve());
        assertThat(simulated.waterfall().parts().leaveSetAside()).isEqualTo(account.leave());
    }

    private List<PaidMonth> simulated(Operator operator, Person person, MonthPlan... plans) {
        var day = OCTOBER.lastDay();
        var place = operator.establishment(day);
        var terms = new EmployerTerms(
                place.headcount(),
                place.versementMobilite(),
                place.atmp(),
                place.mutuelleMonthly(),
                place.mutuelleEmployerShare(),
                place.alternantsShare());
        var employment = person.employment();
        var employee = employment.step() == null
                ? Employee.inCooperative(employment.cadre(), terms)
                : Employee.inPortage(
                        employment.cadre(), terms, false, operator.policies().reserveLoad(), employment.step());
        return PaidYear.live(
                        laws, PayEngine.of(laws), employee, operator.fee(day).model(), List.of(plans))
                .months();
    }

    private static MonthPlan plan(Month month, int days, String collected) {
        return new MonthPlan(month, Money.of(collected), Money.ZERO, BigDecimal.valueOf(days), null);
    }

    private IssuedPayslip paid(Operator operator, Person person, Month month, int days, String euros) {
        return paid(operator, person, mission(operator, person), month, days, euros);
    }

    private IssuedPayslip paid(Operator operator, Person person, Mission mission, Month month, int days, String euros) {
        var worked = new ArrayList<ActivityDay>();
        for (var day = month.firstDay(); worked.size() < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) worked.add(ActivityDay.onMission(day, mission.id(), "1"));
        }
        in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), month, worked, UUID.randomUUID());
            activity.submit(saved.report().id());
            return activity.approve(saved.report().id());
        });
        collect(operator, person, month.firstDay().plusDays(19), euros);
        var run = in(operator.id(), () -> payroll.run(operator.id(), month, month.lastDay(), UUID.randomUUID()));
        return run.payslips().getFirst();
    }

    private void collect(Operator operator, Person person, LocalDate day, String euros) {
        in(
                operator.id(),
                () -> ledger.post(Entry.on(operator.id(), "CA", day, "a collection for " + person.id() + day)
                        .label("Encaissement")
                        .debit("909000", Money.of(euros))
                        .line(Line.ofWorker(
                                "901100",
                                person.id(),
                                Money.of(euros),
                                "Encaissement",
                                Category.ENCAISSEMENT.name(),
                                "IN-03"))
                        .entry()));
    }

    private Mission mission(Operator operator, Person person) {
        return house.has(person, house.has(operator, aClient()), aMission());
    }
}
