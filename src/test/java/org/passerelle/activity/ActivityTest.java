package org.passerelle.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.kernel.DocumentId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.MissionId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@RecordApplicationEvents
@DisplayName("PS-70, PS-68, R-11: the month is reported, approved and locked")
class ActivityTest {

    private static final Month OCTOBER = Month.of("2026-10");

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    @Autowired
    House house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Operator operator;
    private Person person;
    private Mission mission;

    @BeforeEach
    void somebody_with_a_mission() {
        operator = house.has(anOperator());
        person = house.has(operator, aPerson());
        mission = house.has(person, house.has(operator, aClient()), aMission());
    }

    @Test
    void from_the_draft_to_the_lock(@Autowired ApplicationEvents events) {
        var saved = save(days("2026-10-12", "2026-10-13"), UUID.randomUUID());
        assertThat(saved.state()).isEqualTo(ReportState.DRAFT);
        assertThat(saved.quantity(mission.id(), ActivityUnit.DAY)).isEqualByComparingTo("2");
        in(operator.id(), () -> activity.submit(saved.id()));
        assertThat(in(operator.id(), () -> activity.waiting(operator.id()))).hasSize(1);
        var approved = (Reporting.Accepted) in(operator.id(), () -> activity.approve(saved.id()));
        assertThat(approved.report().state()).isEqualTo(ReportState.APPROVED);
        assertThat(approved.report().approvedBy()).isEqualTo("a test");
        in(operator.id(), () -> activity.approve(saved.id()));
        assertThat(events.stream(ActivityApproved.class))
                .containsExactly(new ActivityApproved(operator.id(), saved.id(), person.id(), OCTOBER));
    }

    @Test
    void a_returned_report_says_why_and_can_be_mended() {
        var saved = save(days("2026-10-12"), UUID.randomUUID());
        in(operator.id(), () -> activity.submit(saved.id()));
        assertThatThrownBy(() -> in(operator.id(), () -> activity.giveBack(saved.id(), " ")))
                .isInstanceOf(InvalidValue.class);
        in(operator.id(), () -> activity.giveBack(saved.id(), "Il manque le 14."));
        assertThat(in(operator.id(), () -> activity.get(saved.id())).returnReason())
                .isEqualTo("Il manque le 14.");
        var mended = save(days("2026-10-12", "2026-10-14"), UUID.randomUUID());
        assertThat(mended.days()).hasSize(2);
    }

    @Test
    void a_locked_month_takes_no_more_days_neither_from_the_form_nor_from_sql() {
        var saved = approved("2026-10-12");
        var outcome =
                in(operator.id(), () -> activity.save(person.id(), OCTOBER, days("2026-10-13"), UUID.randomUUID()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Reporting.Refused.class,
                        refused -> assertThat(refused.findings().getFirst().messageKey())
                                .isEqualTo("rule.PS-70.locked"));
        for (var sql : List.of(
                "delete from activity.line where report_id = :id",
                "update activity.line set quantity = 0.5 where report_id = :id",
                "update activity.report set state = 'DRAFT', approved_at = null, approved_by = null where id = :id",
                "delete from activity.report where id = :id")) {
            assertThatThrownBy(() -> in(
                            operator.id(),
                            () -> transaction.execute(_ -> jdbc.sql(sql)
                                    .param("id", saved.id().value())
                                    .update())))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void R11_an_older_saving_sent_again_does_not_undo_a_newer_one() {
        var first = UUID.randomUUID();
        save(days("2026-10-12"), first);
        save(days("2026-10-12", "2026-10-13"), UUID.randomUUID());
        var again = save(days("2026-10-12"), first);
        assertThat(again.days()).hasSize(2);
    }

    @Test
    void S11_nobody_reports_on_a_mission_of_somebody_else() {
        var other = house.has(operator, aPerson());
        var theirs = house.has(other, house.has(operator, aClient()), aMission());
        var lines = List.of(ActivityDay.onMission(LocalDate.parse("2026-10-12"), theirs.id(), "1"));
        var outcome = in(operator.id(), () -> activity.save(person.id(), OCTOBER, lines, UUID.randomUUID()));
        assertThat(outcome).isInstanceOf(Reporting.Refused.class);
    }

    @Test
    void PS68_an_expense_is_claimed_once_and_locked_when_approved() {
        var intent = UUID.randomUUID();
        var first = in(operator.id(), () -> expenses.claim(expense(mission.id(), true), intent));
        var again = in(operator.id(), () -> expenses.claim(expense(mission.id(), true), intent));
        assertThat(again).isEqualTo(first);
        assertThat(first.net()).isEqualTo(Money.of("100"));
        assertThat(in(operator.id(), () -> expenses.waiting(operator.id()))).containsExactly(first);
        in(operator.id(), () -> expenses.approve(first.id()));
        assertThat(in(operator.id(), () -> expenses.of(person.id(), OCTOBER)))
                .extracting(Expense::state)
                .containsExactly(ExpenseState.APPROVED);
        assertThatThrownBy(() -> in(operator.id(), () -> expenses.giveBack(first.id(), "trop tard")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> in(
                        operator.id(),
                        () -> transaction.execute(
                                _ -> jdbc.sql("update activity.expense set gross_cents = 1 where id = :id")
                                        .param("id", first.id().value())
                                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void PS68_an_expense_of_a_mission_of_somebody_else_is_refused() {
        var foreign = expense(MissionId.random(), false);
        assertThatThrownBy(() -> in(operator.id(), () -> expenses.claim(foreign, UUID.randomUUID())))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("expense.mission");
        assertThatThrownBy(() -> expense(null, true)).isInstanceOf(InvalidValue.class);
    }

    private Expense expense(MissionId on, boolean rebilled) {
        return new Expense(
                ExpenseId.random(),
                operator.id(),
                person.id(),
                OCTOBER,
                LocalDate.parse("2026-10-08"),
                ExpenseCategory.TRAVEL,
                "Train Lyon – Paris",
                on,
                Money.of("120"),
                Money.of("20"),
                rebilled,
                DocumentId.random(),
                ExpenseState.SUBMITTED,
                null);
    }

    private ActivityReport approved(String... days) {
        var saved = save(days(days), UUID.randomUUID());
        in(operator.id(), () -> activity.submit(saved.id()));
        in(operator.id(), () -> activity.approve(saved.id()));
        return saved;
    }

    private ActivityReport save(List<ActivityDay> days, UUID intent) {
        var outcome = in(operator.id(), () -> activity.save(person.id(), OCTOBER, days, intent));
        return ((Reporting.Accepted) outcome).report();
    }

    private List<ActivityDay> days(String... days) {
        return java.util.Arrays.stream(days)
                .map(day -> ActivityDay.onMission(LocalDate.parse(day), mission.id(), "1"))
                .toList();
    }
}
