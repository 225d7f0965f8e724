package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.Reporting;
import org.passerelle.compte.Category;
import org.passerelle.compte.Compte;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.Rate;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.ContractKind;
import org.passerelle.people.Person;
import org.passerelle.people.PersonBuilder;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import(House.class)
@DisplayName("PS-51, PS-66: a contract ends with its indemnity and gives back what was set aside")
class PS51_ContractEndTest {

    private static final List<Month> MONTHS = List.of(Month.of("2026-08"), Month.of("2026-09"), Month.of("2026-10"));

    @Autowired
    House house;

    @Autowired
    Payroll payroll;

    @Autowired
    Activity activity;

    @Autowired
    Ledger ledger;

    @Autowired
    Compte compte;

    private Operator operator;

    @BeforeEach
    void a_portage_company() {
        operator = house.has(anOperator());
    }

    @Test
    void a_fixed_term_contract_ends_with_ten_percent_of_all_its_gross() {
        var person =
                employed(aPerson().under(ContractKind.CDD).from("2026-08-01").until("2026-10-31"));

        var slips = paid(person);

        var last = slips.getLast();
        var end = earning(last, "end_of_contract");
        var grossBefore = slips.get(0).gross().plus(slips.get(1).gross());
        assertThat(end.rate()).isEqualByComparingTo(Rate.ofPercent("10"));
        assertThat(end.base()).isEqualTo(grossBefore.plus(last.gross()).minus(end.amount()));
        assertThat(end.amount())
                .isEqualTo(end.base().exact().times(Rate.ofPercent("10")).roundHalfUp());
        assertThat(slips.get(0).sheet().earnings()).noneMatch(one -> one.code().equals("end_of_contract"));
    }

    @Test
    void what_is_set_aside_on_the_way_is_what_the_end_will_cost_and_nothing_stays() {
        var person =
                employed(aPerson().under(ContractKind.CDD).from("2026-08-01").until("2026-10-31"));

        var slips = paid(person);

        var first = slips.getFirst();
        assertThat(first.sheet().account().reserve())
                .isEqualTo(first.gross().exact().times(Rate.ofPercent("10")).roundHalfUp());
        var released = slips.getLast().sheet().account();
        assertThat(released.reserve()).isEqualTo(Money.ZERO);
        assertThat(released.fromReserve())
                .isEqualTo(first.sheet()
                        .account()
                        .reserve()
                        .plus(slips.get(1).sheet().account().reserve()));
        var account = in(operator.id(), () -> compte.of(operator.id(), person.id()));
        assertThat(account.reserve()).isEqualTo(Money.ZERO);
        assertThat(account.leave()).isEqualTo(Money.ZERO);
        assertThat(account.available()).isEqualTo(released.balance());
    }

    @Test
    void a_permanent_contract_that_ends_gives_back_reserve_and_leave_without_indemnity() {
        var person = employed(aPerson().from("2026-08-01").until("2026-10-31"));

        var slips = paid(person);

        var last = slips.getLast().sheet();
        assertThat(last.earnings()).noneMatch(one -> one.code().equals("end_of_contract"));
        assertThat(last.account().fromReserve().isPositive()).isTrue();
        assertThat(earning(slips.getLast(), "leave_taken").label())
                .isEqualTo("Indemnité compensatrice de congés payés");
        var account = in(operator.id(), () -> compte.of(operator.id(), person.id()));
        assertThat(account.reserve()).isEqualTo(Money.ZERO);
        assertThat(account.leave()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_contract_that_goes_on_keeps_its_reserve() {
        var person = employed(aPerson().from("2026-08-01"));

        var slips = paid(person);

        assertThat(slips).allSatisfy(slip -> {
            assertThat(slip.sheet().account().fromReserve()).isEqualTo(Money.ZERO);
            assertThat(slip.sheet().account().reserve().isPositive()).isTrue();
        });
    }

    @Test
    void the_last_payslip_computed_again_is_the_same() {
        var person =
                employed(aPerson().under(ContractKind.CDD).from("2026-08-01").until("2026-10-31"));
        assertThat(paid(person)).allMatch(payroll::agrees);
    }

    private Person employed(PersonBuilder builder) {
        return house.has(operator, builder);
    }

    private static Sheet.Earning earning(IssuedPayslip slip, String code) {
        return slip.sheet().earnings().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<IssuedPayslip> paid(Person person) {
        var mission =
                house.has(person, house.has(operator, aClient()), aMission().from("2026-08-01", "2026-10-31"));
        var slips = new ArrayList<IssuedPayslip>();
        for (var month : MONTHS) {
            work(person, mission, month);
            collected(person, month);
            var run = in(operator.id(), () -> payroll.run(operator.id(), month, month.lastDay(), UUID.randomUUID()));
            assertThat(run.notPaid()).isEmpty();
            slips.add(run.payslips().getFirst());
        }
        return slips;
    }

    private void work(Person person, Mission mission, Month month) {
        var days = month.days()
                .days()
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .limit(18)
                .map(day -> ActivityDay.onMission(day, mission.id(), "1"))
                .toList();
        in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), month, days, UUID.randomUUID());
            activity.submit(saved.report().id());
            return activity.approve(saved.report().id());
        });
    }

    private void collected(Person person, Month month) {
        LocalDate day = month.lastDay().minusDays(8);
        in(
                operator.id(),
                () -> ledger.post(Entry.on(operator.id(), "CA", day, "a collection of " + month + " for " + person.id())
                        .label("Encaissement")
                        .debit("909000", Money.of("9000"))
                        .line(Line.ofWorker(
                                "901100",
                                person.id(),
                                Money.of("9000"),
                                "Encaissement",
                                Category.ENCAISSEMENT.name(),
                                "contrat"))
                        .entry()));
    }
}
