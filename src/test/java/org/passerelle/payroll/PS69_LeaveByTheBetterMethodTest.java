package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.compte.ActivityAccount;
import org.passerelle.compte.Compte;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;
import org.passerelle.platform.audit.Audit;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName("PS-69, L3141-24: leave is paid by the better of the tenth and the pay maintained, out of its provision")
class PS69_LeaveByTheBetterMethodTest {

    private static final Month AUGUST = Month.of("2026-08");
    private static final Month SEPTEMBER = AUGUST.next();
    private static final Month OCTOBER = SEPTEMBER.next();

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Payroll payroll;

    @Autowired
    Payslips payslips;

    @Autowired
    Compte compte;

    @Autowired
    Audit audit;

    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void a_portage_company() {
        operator = house.has(anOperator());
    }

    @Test
    void after_a_poor_month_the_tenth_is_more() {
        employed(aPerson().from("2026-08-01"));
        paid(AUGUST, 18, 0, "12000");
        paid(SEPTEMBER, 6, 0, "3000");

        var october = paid(OCTOBER, 10, 2, "5000");

        var leave = leaveOf(october);
        assertThat(leave.byTheTenth()).isTrue();
        // two days of the 2 × 25/12 acquired, a tenth of both months
        var gross = sum(List.of(slip(AUGUST), slip(SEPTEMBER)), IssuedPayslip::gross);
        assertThat(leave.tenth()).isEqualTo(part(gross.toBigDecimal().multiply(new BigDecimal("0.048"))));
        assertThat(paidFor(october)).isEqualTo(leave.tenth());
        assertThat(leave.taken()).isEqualByComparingTo("2");
        assertThat(leave.acquired()).isEqualByComparingTo("4.17");
        assertThat(leave.left()).isEqualByComparingTo("2.17");
        assertThat(leave.days()).hasSize(2);
        theProvisionIsTheSumOfItsMoves();
    }

    @Test
    void after_a_good_month_the_pay_maintained_is_more() {
        employed(aPerson().from("2026-08-01"));
        paid(AUGUST, 6, 0, "3000");
        paid(SEPTEMBER, 20, 0, "12000");

        var october = paid(OCTOBER, 10, 2, "5000");

        var leave = leaveOf(october);
        assertThat(leave.byTheTenth()).isFalse();
        // October 2026 has 22 working days
        assertThat(leave.maintained())
                .isEqualTo(Money.of(slip(SEPTEMBER)
                        .gross()
                        .toBigDecimal()
                        .multiply(BigDecimal.TWO)
                        .divide(new BigDecimal("22"), 2, RoundingMode.HALF_UP)));
        assertThat(paidFor(october)).isEqualTo(leave.maintained());
        theProvisionIsTheSumOfItsMoves();
    }

    @Test
    void days_beyond_those_acquired_are_without_pay_and_take_nothing_from_later_ones() {
        employed(aPerson().from("2026-08-01"));
        paid(AUGUST, 15, 0, "9000");

        var september = paid(SEPTEMBER, 10, 5, "6000");

        assertThat(leaveOf(september).taken()).isEqualByComparingTo("2.08");
        assertThat(leaveOf(september).left()).isEqualByComparingTo("0");
        var october = paid(OCTOBER, 10, 1, "6000");
        assertThat(leaveOf(october).taken()).isEqualByComparingTo("1");
        assertThat(leaveOf(october).left()).isEqualByComparingTo("1.08");
        theProvisionIsTheSumOfItsMoves();
    }

    @Test
    void in_the_first_month_nothing_is_acquired_yet() {
        employed(aPerson().from("2026-08-01"));
        var august = paid(AUGUST, 15, 2, "9000");
        assertThat(august.sheet().leave()).isNull();
        assertThat(paidFor(august)).isEqualTo(Money.ZERO);
    }

    @Test
    void what_is_left_at_the_end_is_worth_at_least_the_better_method_and_the_provision_is_empty() {
        employed(aPerson().from("2026-08-01").until("2026-10-31"));
        paid(AUGUST, 6, 0, "3000");
        paid(SEPTEMBER, 20, 1, "12000");

        var october = paid(OCTOBER, 15, 0, "8000");

        var leave = leaveOf(october);
        assertThat(paidFor(october)).isGreaterThanOrEqualTo(leave.tenth().max(leave.maintained()));
        assertThat(account().leave()).isEqualTo(Money.ZERO);
        theProvisionIsTheSumOfItsMoves();
    }

    @Test
    void R05_computed_and_read_again_it_is_the_same() {
        employed(aPerson().from("2026-08-01"));
        paid(AUGUST, 18, 0, "9000");
        var september = paid(SEPTEMBER, 10, 2, "6000");
        assertThat(payroll.agrees(september)).isTrue();
        assertThat(slip(SEPTEMBER)).isEqualTo(september);
    }

    private void employed(PersonBuilder builder) {
        person = house.has(operator, builder);
        mission = house.has(person, house.has(operator, aClient()), aMission().from("2026-08-01", "2026-10-31"));
    }

    private IssuedPayslip paid(Month month, int work, int leave, String collected) {
        payday.worked(person, mission, month, work, leave);
        payday.collected(person, month.lastDay().minusDays(6), collected);
        return payday.run(operator, month, month.lastDay()).payslips().getFirst();
    }

    private IssuedPayslip slip(Month month) {
        return in(operator.id(), () -> payslips.of(operator.id(), person.id(), month))
                .orElseThrow();
    }

    private static Sheet.Leave leaveOf(IssuedPayslip payslip) {
        return java.util.Objects.requireNonNull(payslip.sheet().leave());
    }

    private static Money paidFor(IssuedPayslip payslip) {
        return payslip.sheet().earnings().stream()
                .filter(earning -> earning.code().equals("leave_taken"))
                .map(Sheet.Earning::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private ActivityAccount account() {
        return in(operator.id(), () -> compte.of(operator.id(), person.id()));
    }

    private void theProvisionIsTheSumOfItsMoves() {
        var all = in(operator.id(), () -> payslips.of(operator.id(), person.id()));
        var moved = sum(
                all,
                one -> one.sheet().account().leave().minus(one.sheet().account().leaveReleased()));
        assertThat(account().leave()).isEqualTo(moved);
        assertThat(account().leave().isNegative()).isFalse();
        assertThat(audit.check().stream()
                        .flatMap(result -> result.breaches().stream())
                        .filter(breach -> breach.operator().equals(operator.id().toString())))
                .isEmpty();
    }

    private static Money part(BigDecimal sum) {
        return Money.of(sum.setScale(2, RoundingMode.HALF_UP));
    }

    private static Money sum(List<IssuedPayslip> all, Function<IssuedPayslip, Money> of) {
        return all.stream().map(of).reduce(Money.ZERO, Money::plus);
    }
}
