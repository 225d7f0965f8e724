package org.passerelle.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.passerelle.clients.ClientBuilder.aClient;
import static org.passerelle.missions.MissionBuilder.aMission;
import static org.passerelle.operators.OperatorBuilder.aCooperative;
import static org.passerelle.operators.OperatorBuilder.anOperator;
import static org.passerelle.people.PersonBuilder.aPerson;
import static org.passerelle.people.PersonBuilder.anEntrepreneur;
import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.Reporting;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrder;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.compte.Category;
import org.passerelle.compte.Compte;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.passerelle.testing.CrashingDataSource;
import org.passerelle.testing.House;
import org.passerelle.testing.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
@Import(House.class)
@DisplayName("R-03, R-05, R-11, R-18: payslip, account, book and bank tell the same month")
class R03_PayrollRunTest {

    private static final Month OCTOBER = Month.of("2026-10");
    private static final LocalDate PAY_DAY = LocalDate.of(2026, 10, 30);

    @Autowired
    House house;

    @Autowired
    Payroll payroll;

    @Autowired
    Payslips payslips;

    @Autowired
    Activity activity;

    @Autowired
    Expenses expenses;

    @Autowired
    Documents documents;

    @Autowired
    Ledger ledger;

    @Autowired
    Compte compte;

    @Autowired
    PaymentOrders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void one_month_of_portage_from_the_collection_to_the_orders() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        work(operator, person, OCTOBER, 18);
        collected(operator, person, "9000");
        spent(operator, person, "120.00", "20.00");

        var run = run(operator, OCTOBER, UUID.randomUUID());

        assertThat(run.notPaid()).isEmpty();
        var payslip = run.payslips().getFirst();
        assertThat(payslip.number()).isEqualTo("BP-2026-10-001");
        assertThat(payslip.refund()).isEqualTo(Money.of("120"));
        var account = in(operator.id(), () -> compte.of(operator.id(), person.id()));
        assertThat(account.sum(Category.ENCAISSEMENT)).isEqualTo(Money.of("9000"));
        assertThat(account.sum(Category.FRAIS_DE_GESTION)).isEqualTo(Money.of("-720"));
        assertThat(account.sum(Category.FRAIS_PRO)).isEqualTo(Money.of("-100"));
        theMonthAddsUp(operator, person, payslip);
        // all that the account allows was paid or set aside
        assertThat(account.available()).isBetween(Money.ZERO, Money.of("0.05"));
        assertThat(account.reserve().isPositive()).isTrue();
        assertThat(account.leave().isPositive()).isTrue();
        assertThat(payslip.sheet().earnings())
                .extracting(Sheet.Earning::code)
                .containsExactly("base", "complement", "apport");
    }

    @Test
    void R11_asked_again_nobody_is_paid_twice_whatever_the_intent() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        work(operator, person, OCTOBER, 18);
        collected(operator, person, "9000");
        spent(operator, person, "120.00", "20.00");
        var intent = UUID.randomUUID();

        var first = run(operator, OCTOBER, intent);
        var again = run(operator, OCTOBER, intent);
        var other = run(operator, OCTOBER, UUID.randomUUID());

        assertThat(again).isEqualTo(first);
        assertThat(other.payslips()).isEqualTo(first.payslips());
        assertThat(orders(operator)).hasSize(2);
        theMonthAddsUp(operator, person, first.payslips().getFirst());
    }

    @Test
    void R05_computed_again_the_payslip_is_the_same() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        work(operator, person, OCTOBER, 12);
        collected(operator, person, "5000");
        var issued = run(operator, OCTOBER, UUID.randomUUID()).payslips().getFirst();

        var read = in(operator.id(), () -> payslips.get(issued.id()));

        assertThat(read).isEqualTo(issued);
        assertThat(payroll.agrees(read)).isTrue();
        assertThat(in(operator.id(), () -> payslips.pdf(read))).startsWith("%PDF".getBytes());
    }

    @Test
    void R05_a_payslip_never_changes_not_even_by_sql() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        work(operator, person, OCTOBER, 12);
        collected(operator, person, "5000");
        var issued = run(operator, OCTOBER, UUID.randomUUID()).payslips().getFirst();
        for (var sql : List.of(
                "update payroll.payslip set gross_cents = 1 where id = ?",
                "delete from payroll.payslip where id = ?")) {
            assertThatThrownBy(() -> in(
                            operator.id(),
                            () -> transaction.execute(_ ->
                                    jdbc.sql(sql).param(issued.id().value()).update())))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void SW07_the_minimum_is_paid_although_the_client_is_late() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        work(operator, person, OCTOBER, 20);

        var payslip = run(operator, OCTOBER, UUID.randomUUID()).payslips().getFirst();

        assertThat(payslip.sheet().account().isShort()).isTrue();
        // senior: 2 713.27 for a full month, base alone a 1.25th of it, 20 days of 21.67
        assertThat(payslip.sheet().earnings().getFirst().amount()).isEqualTo(Money.of("2003.34"));
        assertThat(in(operator.id(), () -> compte.of(operator.id(), person.id()))
                        .available()
                        .isNegative())
                .isTrue();
        theMonthAddsUp(operator, person, payslip);
    }

    @Test
    void the_second_month_starts_from_the_sums_of_the_first() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson());
        var mission = mission(operator, person);
        work(operator, person, mission, Month.of("2026-10"), 18);
        collected(operator, person, "9000");
        var october = run(operator, OCTOBER, UUID.randomUUID()).payslips().getFirst();
        work(operator, person, mission, Month.of("2026-11"), 4);
        var november =
                run(operator, Month.of("2026-11"), UUID.randomUUID()).payslips().getFirst();

        assertThat(november.sheet().before()).isEqualTo(october.sheet().after());
        assertThat(november.sheet().after().months()).isEqualTo(2);
        assertThat(november.number()).isEqualTo("BP-2026-11-001");
        assertThat(payroll.agrees(november)).isTrue();
    }

    @Test
    void a_cooperative_pays_the_fixed_part_and_an_advance_and_prints_no_line_of_portage() {
        var operator = house.has(aCooperative());
        var person = house.has(operator, anEntrepreneur());
        work(operator, person, OCTOBER, 10);
        collected(operator, person, "6000");

        var payslip = run(operator, OCTOBER, UUID.randomUUID()).payslips().getFirst();

        assertThat(payslip.sheet().earnings()).extracting(Sheet.Earning::code).containsExactly("fixed", "variable");
        assertThat(payslip.sheet().earnings().getFirst().amount()).isEqualTo(Money.of("1500"));
        theMonthAddsUp(operator, person, payslip);
    }

    @Test
    void who_cannot_be_paid_is_named_with_the_reason() {
        var operator = house.has(anOperator());
        var idle = house.has(operator, aPerson());
        var waiting = house.has(operator, aPerson());
        var mission = mission(operator, waiting);
        in(operator.id(), () -> activity.save(waiting.id(), OCTOBER, days(mission, OCTOBER, 3), UUID.randomUUID()));

        var run = run(operator, OCTOBER, UUID.randomUUID());

        assertThat(run.payslips()).isEmpty();
        assertThat(run.notPaid())
                .containsExactlyInAnyOrder(
                        new NotPaid(idle.id(), idle.code(), NotPaid.Reason.NO_ACTIVITY),
                        new NotPaid(waiting.id(), waiting.code(), NotPaid.Reason.NOT_APPROVED));
    }

    @Test
    void PS69_leave_days_are_paid_from_what_was_set_aside() {
        var operator = house.has(anOperator());
        var person = house.has(operator, aPerson().from("2026-10-01"));
        var mission = mission(operator, person);
        work(operator, person, mission, OCTOBER, 18);
        collected(operator, person, "9000");
        run(operator, OCTOBER, UUID.randomUUID());
        var provision =
                in(operator.id(), () -> compte.of(operator.id(), person.id())).leave();
        var month = Month.of("2026-11");
        approve(
                operator,
                person,
                month,
                List.of(ActivityDay.of(month.firstDay().plusDays(1), ActivityKind.LEAVE, "1")));

        var november = run(operator, month, UUID.randomUUID()).payslips().getFirst();

        // one day of the 25/12 acquired in October, by the tenth; or a twentieth of October's pay: 1 and 11 November
        // are a Sunday and a holiday
        var october = in(operator.id(), () -> payslips.of(operator.id(), person.id()))
                .getLast()
                .gross()
                .toBigDecimal();
        var tenth = Money.of(
                october.multiply(new java.math.BigDecimal("0.048")).setScale(2, java.math.RoundingMode.HALF_UP));
        var maintained = Money.of(october.divide(new java.math.BigDecimal("20"), 2, java.math.RoundingMode.HALF_UP));
        assertThat(maintained).isGreaterThan(tenth);
        assertThat(november.sheet().account().leaveReleased()).isEqualTo(maintained);
        assertThat(in(operator.id(), () -> compte.of(operator.id(), person.id()))
                        .leave())
                .isEqualTo(provision
                        .minus(maintained)
                        .plus(november.sheet().account().leave()));
        assertThat(november.sheet().earnings())
                .anySatisfy(e -> assertThat(e.code()).isEqualTo("leave_taken"));
        theMonthAddsUp(operator, person, november);
    }

    @Test
    void R18_two_runs_at_once_pay_everybody_once() throws Exception {
        var operator = house.has(anOperator());
        for (int i = 0; i < 3; i++) {
            var person = house.has(operator, aPerson());
            work(operator, person, OCTOBER, 18);
            collected(operator, person, "9000");
        }
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = new ArrayList<Future<PayrollRun>>();
            for (int i = 0; i < 2; i++) {
                runs.add(threads.submit(() -> {
                    start.await();
                    return run(operator, OCTOBER, UUID.randomUUID());
                }));
            }
            start.countDown();
            assertThat(runs.get(0).get().payslips()).isEqualTo(runs.get(1).get().payslips());
        }
        assertThat(in(operator.id(), () -> payslips.all(operator.id(), OCTOBER)))
                .extracting(IssuedPayslip::number)
                .containsExactly("BP-2026-10-001", "BP-2026-10-002", "BP-2026-10-003");
        assertThat(orders(operator)).hasSize(3);
    }

    @Test
    void R18_a_run_cut_at_any_statement_goes_on_where_it_stopped(@Autowired DataSource dataSource) {
        int faults = ((CrashingDataSource) dataSource).everyStatement(TwoPeople::new);
        assertThat(faults).isGreaterThan(40);
    }

    private final class TwoPeople implements CrashingDataSource.UseCase {

        private final Operator operator = house.has(anOperator());
        private final Person first = house.has(operator, aPerson());
        private final Person second = house.has(operator, aPerson());
        private final UUID intent = UUID.randomUUID();

        TwoPeople() {
            for (Person person : List.of(first, second)) {
                work(operator, person, OCTOBER, 18);
                collected(operator, person, "9000");
                spent(operator, person, "120.00", "20.00");
            }
        }

        @Override
        public void act() {
            run(operator, OCTOBER, intent);
        }

        @Override
        public void verify() {
            var issued = in(operator.id(), () -> payslips.all(operator.id(), OCTOBER));
            assertThat(issued).extracting(IssuedPayslip::number).containsExactly("BP-2026-10-001", "BP-2026-10-002");
            assertThat(orders(operator)).hasSize(4);
            for (var payslip : issued) {
                theMonthAddsUp(operator, payslip.person().equals(first.id()) ? first : second, payslip);
            }
        }
    }

    /// what the payslip says is what the book says, what the account bore and what the bank is told to pay.
    private void theMonthAddsUp(Operator operator, Person person, IssuedPayslip payslip) {
        var account = in(operator.id(), () -> compte.of(operator.id(), person.id()));
        var sheet = payslip.sheet().account();
        assertThat(account.total())
                .isEqualTo(account.movements().stream().map(m -> m.amount()).reduce(Money.ZERO, Money::plus));
        assertThat(account.available()).isEqualTo(sheet.balance());
        var source = "payslip:" + payslip.id() + ":ca";
        var borne = account.movements().stream()
                .filter(m -> m.source().equals(source) && m.category() != Category.PROVISION)
                .map(m -> m.amount())
                .reduce(Money.ZERO, Money::plus);
        assertThat(borne).isEqualTo(payslip.cost().negated());
        var owed = in(operator.id(), () -> ledger.balance(operator.id(), "421", person.id()))
                .negated();
        var ordered = orders(operator).stream()
                .filter(o -> person.id().equals(o.request().person()))
                .map(o -> o.request().amount())
                .reduce(Money.ZERO, Money::plus);
        assertThat(ordered).isEqualTo(owed);
        var salary = orders(operator).stream()
                .filter(o -> o.request().subject().equals("payslip:" + payslip.id()))
                .findFirst()
                .orElseThrow();
        assertThat(salary.request().kind()).isEqualTo(PaymentKind.SALARY);
        assertThat(salary.request().amount()).isEqualTo(payslip.netPaid().minus(payslip.refund()));
        var all = in(operator.id(), () -> ledger.trialBalance(operator.id()));
        assertThat(all.debit()).isEqualTo(all.credit());
    }

    private PayrollRun run(Operator operator, Month month, UUID intent) {
        return in(operator.id(), () -> payroll.run(operator.id(), month, PAY_DAY, intent));
    }

    private List<PaymentOrder> orders(Operator operator) {
        return in(operator.id(), () -> orders.all(operator.id()));
    }

    private Mission mission(Operator operator, Person person) {
        return house.has(person, house.has(operator, aClient()), aMission());
    }

    private void work(Operator operator, Person person, Month month, int days) {
        work(operator, person, mission(operator, person), month, days);
    }

    private void work(Operator operator, Person person, Mission mission, Month month, int days) {
        approve(operator, person, month, days(mission, month, days));
    }

    private void approve(Operator operator, Person person, Month month, List<ActivityDay> days) {
        in(operator.id(), () -> {
            var saved = (Reporting.Accepted) activity.save(person.id(), month, days, UUID.randomUUID());
            activity.submit(saved.report().id());
            return activity.approve(saved.report().id());
        });
    }

    private static List<ActivityDay> days(Mission mission, Month month, int count) {
        var days = new ArrayList<ActivityDay>();
        for (var day = month.firstDay(); days.size() < count; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) days.add(ActivityDay.onMission(day, mission.id(), "1"));
        }
        return days;
    }

    private void collected(Operator operator, Person person, String euros) {
        var day = LocalDate.of(2026, 10, 20);
        in(
                operator.id(),
                () -> ledger.post(Entry.on(operator.id(), "CA", day, "a collection for " + person.id())
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

    private void spent(Operator operator, Person person, String gross, String vat) {
        in(operator.id(), () -> {
            var receipt = documents.store(operator.id(), "receipt", "train.pdf", "application/pdf", new byte[] {1});
            var expense = new Expense(
                    ExpenseId.random(),
                    operator.id(),
                    person.id(),
                    OCTOBER,
                    LocalDate.of(2026, 10, 12),
                    ExpenseCategory.TRAVEL,
                    "Train",
                    null,
                    Money.of(gross),
                    Money.of(vat),
                    false,
                    receipt.id(),
                    ExpenseState.SUBMITTED,
                    null);
            return expenses.approve(expenses.claim(expense, UUID.randomUUID()).id());
        });
    }
}
