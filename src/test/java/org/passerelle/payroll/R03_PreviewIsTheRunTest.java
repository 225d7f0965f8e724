package org.passerelle.payroll;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.compte.Compte;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Ledger;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName("R-03: what the preview of a payroll says is what the run then pays, cent by cent")
class R03_PreviewIsTheRunTest {

    private static final Month OCTOBER = Month.of("2026-10");

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Ledger ledger;

    @Autowired
    Compte compte;

    @Autowired
    Payslips payslips;

    @ParameterizedTest(name = "transfers on {0}")
    @CsvSource({"2026-10-30", "2026-11-05"})
    void preview_then_run_gives_equal_cents_for_all(LocalDate payDate) {
        var operator = house.has(anOperator());
        var rich = house.has(operator, aPerson());
        payday.worked(rich, mission(operator, rich), OCTOBER, 18, 2);
        payday.collected(rich, LocalDate.of(2026, 10, 20), "9000");
        payday.spent(rich, LocalDate.of(2026, 10, 12), "120.00", "20.00");
        var waiting = house.has(operator, aPerson());
        payday.worked(waiting, mission(operator, waiting), OCTOBER, 20, 0);
        var ending = house.has(
                operator, aPerson().under(ContractKind.CDD).from("2026-10-01").until("2026-10-31"));
        payday.worked(ending, mission(operator, ending), OCTOBER, 15, 0);
        payday.collected(ending, LocalDate.of(2026, 10, 8), "3000");
        payday.collected(ending, LocalDate.of(2026, 11, 2), "4512.37");

        theRunKeepsThePreview(operator, payDate, 3);
    }

    @Test
    void in_a_cooperative_too() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        payday.worked(person, mission(operator, person), OCTOBER, 10, 0);
        payday.collected(person, LocalDate.of(2026, 10, 20), "6000");
        payday.spent(person, LocalDate.of(2026, 10, 12), "60.00", "10.00");

        theRunKeepsThePreview(operator, LocalDate.of(2026, 10, 30), 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "20261123"})
    void whatever_was_collected_worked_and_spent(long seed) {
        var random = new Random(seed);
        var operator = house.has(anOperator());
        for (int i = 0; i < 4; i++) {
            var person = house.has(operator, aPerson());
            payday.worked(person, mission(operator, person), OCTOBER, 1 + random.nextInt(20), random.nextInt(2));
            for (int n = random.nextInt(3); n > 0; n--) {
                payday.collected(
                        person,
                        LocalDate.of(2026, 10, 1 + random.nextInt(31)),
                        Money.ofCents(random.nextInt(600_000) + 1L)
                                .toBigDecimal()
                                .toPlainString());
            }
            if (random.nextBoolean()) payday.spent(person, LocalDate.of(2026, 10, 12), "33.33", "5.55");
        }
        theRunKeepsThePreview(operator, LocalDate.of(2026, 11, 3), 4);
    }

    @Test
    void who_is_not_paid_is_told_with_the_reason_and_with_what_approval_would_bring() {
        var operator = house.has(anOperator());
        var idle = house.has(operator, aPerson());
        var waiting = house.has(operator, aPerson());
        var report = payday.reported(waiting, mission(operator, waiting), OCTOBER, 12, 0);
        payday.collected(waiting, LocalDate.of(2026, 10, 20), "5000");
        var day = LocalDate.of(2026, 10, 30);

        var before = payday.preview(operator, OCTOBER, day);

        assertThat(before)
                .anySatisfy(one ->
                        assertThat(one).isEqualTo(new PayPreview.Unpaid(idle, NotPaid.Reason.NO_ACTIVITY, null)));
        var told = before.stream()
                .filter(one -> one.person().id().equals(waiting.id()))
                .map(PayPreview.Unpaid.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(told.reason()).isEqualTo(NotPaid.Reason.NOT_APPROVED);
        payday.approve(waiting, report);
        assertThat(payday.preview(operator, OCTOBER, day)).contains(java.util.Objects.requireNonNull(told.otherwise()));
    }

    private void theRunKeepsThePreview(Operator operator, LocalDate payDate, int people) {
        var books = in(operator.id(), () -> ledger.trialBalance(operator.id()));

        var preview = payday.preview(operator, OCTOBER, payDate);

        assertThat(preview).hasSize(people);
        assertThat(payday.preview(operator, OCTOBER, payDate)).isEqualTo(preview);
        assertThat(in(operator.id(), () -> ledger.trialBalance(operator.id()))).isEqualTo(books);
        assertThat(in(operator.id(), () -> payslips.all(operator.id(), OCTOBER)))
                .isEmpty();

        var run = payday.run(operator, OCTOBER, payDate);

        var expected = preview.stream()
                .filter(PayPreview.Payable.class::isInstance)
                .map(PayPreview.Payable.class::cast)
                .collect(toMap(one -> one.person().id(), one -> one));
        assertThat(run.payslips()).hasSameSizeAs(expected.values()).isNotEmpty();
        for (var payslip : run.payslips()) {
            var one = java.util.Objects.requireNonNull(expected.get(payslip.person()));
            assertThat(payslip.sheet()).isEqualTo(one.sheet());
            assertThat(payslip.refund()).isEqualTo(one.refund());
            assertThat(payslip.netPaid()).isEqualTo(one.netPaid());
            var account = in(operator.id(), () -> compte.of(operator.id(), payslip.person()));
            assertThat(account.available()).isEqualTo(one.sheet().account().balance());
        }
        var unpaid = preview.stream()
                .filter(PayPreview.Unpaid.class::isInstance)
                .map(PayPreview.Unpaid.class::cast)
                .map(one -> new NotPaid(one.person().id(), one.person().code(), one.reason()))
                .toList();
        assertThat(run.notPaid()).containsExactlyInAnyOrderElementsOf(unpaid);
        assertThat(payday.preview(operator, OCTOBER, payDate))
                .filteredOn(PayPreview.Given.class::isInstance)
                .hasSize(run.payslips().size());
    }

    private Mission mission(Operator operator, Person person) {
        return house.has(person, house.has(operator, aClient()), aMission());
    }
}
