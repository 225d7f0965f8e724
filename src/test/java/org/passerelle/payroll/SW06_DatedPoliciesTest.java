package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.Rate;
import org.passerelle.operators.FeeModel;
import org.passerelle.operators.FeeTerms;
import org.passerelle.operators.LeavePolicy;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.operators.Policies;
import org.passerelle.people.Person;
import org.passerelle.platform.once.Change;
import org.passerelle.testing.House;
import org.passerelle.testing.MovableClock;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PasserelleTest
@Import({House.class, Payday.class})
@DisplayName(
        "SW-06, PS-62, PS-67: policies, fee and rates hold from a month on, and a month already paid stays as it was")
class SW06_DatedPoliciesTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final Month NOVEMBER = Month.of("2026-11");
    private static final LocalDate PAY_DAY = LocalDate.of(2026, 11, 30);

    @Autowired
    House house;

    @Autowired
    Payday payday;

    @Autowired
    Payroll payroll;

    @Autowired
    Operators operators;

    @Autowired
    MovableClock clock;

    private Operator operator;
    private Person person;

    @BeforeEach
    void in_october_two_months_of_work() {
        clock.moveTo(Instant.parse("2026-10-20T09:00:00Z"));
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
        var mission =
                house.has(person, house.has(operator, aClient()), aMission().from("2026-10-01", "2026-12-31"));
        payday.worked(person, mission, OCTOBER, 18, 0);
        clock.moveTo(Instant.parse("2026-10-20T09:00:00Z"));
        payday.collected(person, LocalDate.of(2026, 10, 28), "9000");
        payday.worked(person, mission, NOVEMBER, 18, 0);
    }

    @AfterEach
    void the_clock_runs_as_before() {
        clock.reset();
    }

    @Test
    void leave_paid_monthly_from_november_does_not_touch_an_october_paid_later() {
        assertThat(operator.policies().leave()).isEqualTo(LeavePolicy.PROVISION);
        changed(decide(operator.id(), NOVEMBER, monthly(operator.policies()), 1));
        clock.moveTo(Instant.parse("2026-12-02T09:00:00Z"));

        var october = payday.run(operator, OCTOBER, PAY_DAY).payslips().getFirst();
        var november = payday.run(operator, NOVEMBER, PAY_DAY).payslips().getFirst();

        assertThat(october.sheet().earnings()).noneMatch(one -> one.code().equals("leave"));
        assertThat(november.sheet().earnings()).anyMatch(one -> one.code().startsWith("leave"));
        assertThat(payroll.agrees(october)).isTrue();
    }

    @Test
    void a_month_already_paid_and_a_month_that_is_past_are_refused() {
        payday.run(operator, OCTOBER, PAY_DAY);
        var rates = operator.establishment(PAY_DAY);
        assertThatThrownBy(() -> decide(operator.id(), OCTOBER, monthly(operator.policies()), 1))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("month.paid: 2026-10");
        assertThatThrownBy(() -> charge(operator, OCTOBER, "5", 1)).hasMessage("month.paid: 2026-10");
        assertThatThrownBy(
                        () -> in(operator.id(), () -> operators.establish(operator.id(), rates, 1, UUID.randomUUID())))
                .hasMessage("month.paid: 2026-10");
        clock.moveTo(Instant.parse("2026-12-02T09:00:00Z"));
        assertThatThrownBy(() -> charge(operator, NOVEMBER, "5", 1)).hasMessage("month.past: 2026-11");
        changed(charge(operator, Month.of("2026-12"), "5", 1));
        var now = in(operator.id(), () -> operators.get(operator.id()));
        assertThat(now.fee(LocalDate.of(2026, 11, 30)).model())
                .isEqualTo(operator.fee(PAY_DAY).model());
        assertThat(now.fee(LocalDate.of(2026, 12, 1)).model()).isEqualTo(new FeeModel.Percent(Rate.ofPercent("5")));
    }

    @Test
    void CA14_a_cooperative_changes_its_contribution_with_a_vote_only() {
        var cooperative = house.has(aCooperative());
        assertThat(charge(cooperative, NOVEMBER, "9", 1)).isInstanceOf(Change.Refused.class);
        assertThat(in(cooperative.id(), () -> operators.get(cooperative.id())).fees())
                .isEqualTo(cooperative.fees());
    }

    @Test
    void of_two_directors_the_second_is_shown_what_the_first_did_and_a_replay_changes_nothing() {
        var intent = UUID.randomUUID();
        var wished = monthly(operator.policies());
        for (int i = 0; i < 2; i++) {
            changed(in(operator.id(), () -> operators.decide(operator.id(), NOVEMBER, wished, 1, intent)));
        }
        assertThat(in(operator.id(), () -> operators.revised(operator.id())).revision())
                .isEqualTo(2);
        assertThat(charge(operator, NOVEMBER, "5", 1)).isInstanceOf(Change.Meanwhile.class);
    }

    private static Policies monthly(Policies now) {
        return new Policies(
                now.soleTrader(),
                now.association(),
                now.peRequireSiren(),
                now.startBeforeSignature(),
                now.invoiceLegalReferences(),
                now.minimumComposition(),
                LeavePolicy.PAID_MONTHLY,
                now.reserveLoad(),
                now.payBeforeCollection(),
                now.advanceCap());
    }

    private Change<Operator> decide(OperatorId id, Month from, Policies policies, int seen) {
        return in(id, () -> operators.decide(id, from, policies, seen, UUID.randomUUID()));
    }

    private Change<Operator> charge(Operator entity, Month from, String percent, int seen) {
        var terms = new FeeTerms(from.firstDay(), new FeeModel.Percent(Rate.ofPercent(percent)), null, "article 7");
        return in(entity.id(), () -> operators.charge(entity.id(), terms, seen, UUID.randomUUID()));
    }

    private static void changed(Change<Operator> outcome) {
        assertThat(outcome).isInstanceOf(Change.Changed.class);
    }
}
