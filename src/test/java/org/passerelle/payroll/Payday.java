package org.passerelle.payroll;

import static org.passerelle.testing.House.in;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.activity.Activity;
import org.passerelle.activity.ActivityDay;
import org.passerelle.activity.ActivityKind;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseCategory;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.activity.Reporting;
import org.passerelle.compte.Category;
import org.passerelle.documents.Documents;
import org.passerelle.kernel.ActivityReportId;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.ledger.Entry;
import org.passerelle.ledger.Ledger;
import org.passerelle.ledger.Line;
import org.passerelle.missions.Mission;
import org.passerelle.operators.Operator;
import org.passerelle.people.Person;
import org.springframework.boot.test.context.TestComponent;

/// What has to happen before somebody can be paid, through the front doors.
@TestComponent
public class Payday {

    private final Activity activity;
    private final Expenses expenses;
    private final Documents documents;
    private final Ledger ledger;
    private final Payroll payroll;

    Payday(Activity activity, Expenses expenses, Documents documents, Ledger ledger, Payroll payroll) {
        this.activity = activity;
        this.expenses = expenses;
        this.documents = documents;
        this.ledger = ledger;
        this.payroll = payroll;
    }

    /// An approved report: days of work from the first working day, then days of leave.
    public void worked(Person person, Mission mission, Month month, int work, int leave) {
        approve(person, reported(person, mission, month, work, leave));
    }

    ActivityReportId reported(Person person, Mission mission, Month month, int work, int leave) {
        var working = month.days()
                .days()
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
        var days = new ArrayList<ActivityDay>();
        for (var day : working.subList(0, work)) days.add(ActivityDay.onMission(day, mission.id(), "1"));
        for (var day : working.subList(work, work + leave)) days.add(ActivityDay.of(day, ActivityKind.LEAVE, "1"));
        return in(
                person.operator(),
                () -> ((Reporting.Accepted) activity.save(person.id(), month, days, UUID.randomUUID()))
                        .report()
                        .id());
    }

    void approve(Person person, ActivityReportId report) {
        in(person.operator(), () -> {
            activity.submit(report);
            return activity.approve(report);
        });
    }

    public void collected(Person person, LocalDate day, String euros) {
        in(
                person.operator(),
                () -> ledger.post(Entry.on(person.operator(), "CA", day, "collected " + UUID.randomUUID())
                        .label("Encaissement")
                        .debit("909000", Money.of(euros))
                        .line(Line.ofWorker(
                                "901100",
                                person.id(),
                                Money.of(euros),
                                "Encaissement",
                                Category.ENCAISSEMENT.name(),
                                "contrat"))
                        .entry()));
    }

    void spent(Person person, LocalDate day, String gross, String vat) {
        in(person.operator(), () -> {
            var receipt = documents.store(person.operator(), "receipt", "train.pdf", "application/pdf", new byte[] {1});
            var expense = new Expense(
                    ExpenseId.random(),
                    person.operator(),
                    person.id(),
                    Month.containing(day),
                    day,
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

    public PayrollRun run(Operator operator, Month month, LocalDate payDate) {
        return in(operator.id(), () -> payroll.run(operator.id(), month, payDate, UUID.randomUUID()));
    }

    List<PayPreview> preview(Operator operator, Month month, LocalDate payDate) {
        return in(operator.id(), () -> payroll.preview(operator.id(), month, payDate));
    }
}
