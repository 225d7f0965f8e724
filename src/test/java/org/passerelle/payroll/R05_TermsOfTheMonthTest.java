package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.Operator;
import org.passerelle.people.Employment;
import org.passerelle.people.PayStep;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.people.Withholding;
import org.passerelle.platform.once.Change;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName(
        "R-05, PS-64: a changed contract or rate holds from its month on, and a month already paid stays as it was")
class R05_TermsOfTheMonthTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final Month NOVEMBER = Month.of("2026-11");
    private static final LocalDate PAY_DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Payroll payroll;

    @Autowired
    People people;

    private Operator operator;
    private Person person;

    @BeforeEach
    void two_months_of_work_without_a_collection() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson().at(PayStep.JUNIOR));
        var mission =
                house.has(person, house.has(operator, aClient()), aMission().from("2026-10-01", "2026-12-31"));
        payday.worked(person, mission, OCTOBER, 20, 0);
        payday.worked(person, mission, NOVEMBER, 20, 0);
    }

    @Test
    void what_changes_in_november_leaves_october_as_it_was_whenever_october_is_paid() {
        var before = of(OCTOBER, payday.preview(operator, OCTOBER, PAY_DAY));
        employ(NOVEMBER, at(PayStep.EXPERT), 1);
        withhold(NOVEMBER, "12.5", 2);

        var october = payday.run(operator, OCTOBER, PAY_DAY).payslips().getFirst();
        var november = payday.run(operator, NOVEMBER, PAY_DAY).payslips().getFirst();

        assertThat(october.netPaid()).isEqualTo(before);
        assertThat(november.gross().compareTo(october.gross())).isPositive();
        assertThat(november.sheet().input().terms().toString())
                .isNotEqualTo(october.sheet().input().terms().toString());
        assertThat(payroll.agrees(october)).isTrue();
        assertThat(payroll.agrees(november)).isTrue();
    }

    @Test
    void a_month_already_paid_is_not_changed() {
        payday.run(operator, OCTOBER, PAY_DAY);
        assertThatThrownBy(() -> employ(OCTOBER, at(PayStep.EXPERT), 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("month.paid: 2026-10");
        assertThatThrownBy(() -> withhold(Month.of("2026-09"), "5", 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("month.paid: 2026-10");
        assertThat(in(operator.id(), () -> people.firstToChange(person))).isEqualTo(NOVEMBER);
        employ(NOVEMBER, at(PayStep.EXPERT), 1);
        assertThat(in(operator.id(), () -> people.in(OCTOBER, person.id()))
                        .employment()
                        .step())
                .isEqualTo(PayStep.JUNIOR);
        assertThat(in(operator.id(), () -> people.in(NOVEMBER, person.id()))
                        .employment()
                        .step())
                .isEqualTo(PayStep.EXPERT);
    }

    @Test
    void KY01_who_the_person_is_stays_once_a_payslip_bears_it() {
        payday.run(operator, OCTOBER, PAY_DAY);
        for (var other : new Person[] {
            with(aPerson().born("1988-04-12").build().nir(), person.employment().entry(), null),
            with(person.nir(), LocalDate.of(2025, 2, 1), null),
            with(person.nir(), person.employment().entry(), LocalDate.of(2026, 10, 15))
        }) {
            assertThatThrownBy(() -> in(operator.id(), () -> people.change(other, 1, UUID.randomUUID())))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining(".paid");
        }
        var leaving = with(person.nir(), person.employment().entry(), LocalDate.of(2026, 11, 20));
        assertThat(in(operator.id(), () -> people.change(leaving, 1, UUID.randomUUID())))
                .isInstanceOf(Change.Changed.class);
    }

    @Test
    void nothing_changes_before_the_entry() {
        assertThatThrownBy(() -> withhold(Month.of("2024-12"), "5", 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("month.before_entry: 2024-12");
        withhold(Month.of("2025-01"), "5", 1);
    }

    private static Money of(Month month, java.util.List<PayPreview> previews) {
        assertThat(previews).as(month.toString()).hasSize(1);
        return ((PayPreview.Payable) previews.getFirst()).netPaid();
    }

    private Employment at(PayStep step) {
        var now = person.employment();
        return new Employment(
                now.kind(),
                now.entry(),
                now.exit(),
                now.cadre(),
                step,
                now.hoursPerWeek(),
                now.job(),
                now.fixedPart(),
                null);
    }

    private Person with(org.passerelle.kernel.Nir nir, LocalDate entry, LocalDate exit) {
        return new Person(
                person.id(),
                person.operator(),
                person.user(),
                person.code(),
                person.firstName(),
                person.lastName(),
                person.birthDate(),
                nir,
                person.address(),
                person.email(),
                person.iban(),
                person.qualification(),
                person.ownSiren(),
                person.sapDeclared(),
                person.employment().between(entry, exit),
                person.withholding());
    }

    private void employ(Month from, Employment terms, int seen) {
        var done = in(operator.id(), () -> people.employ(person.id(), from, terms, seen, UUID.randomUUID()));
        assertThat(done).isInstanceOf(Change.Changed.class);
    }

    private void withhold(Month from, String percent, int seen) {
        var rate = new Withholding.Personal(Rate.ofPercent(percent));
        var done = in(operator.id(), () -> people.withhold(person.id(), from, rate, seen, UUID.randomUUID()));
        assertThat(done).isInstanceOf(Change.Changed.class);
    }
}
