package org.passerelle.payroll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.compte.Compte;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.passerelle.law.Laws;
import org.passerelle.operators.Operator;
import org.passerelle.operators.Operators;
import org.passerelle.pay.PayEngine;
import org.passerelle.pay.PayLine;
import org.passerelle.payroll.Planning.Plan;
import org.passerelle.payroll.core.PaySheet;
import org.passerelle.payroll.store.PayslipStore;
import org.passerelle.payroll.store.RefundStore;
import org.passerelle.people.People;
import org.passerelle.people.Person;
import org.passerelle.platform.db.Scopes;
import org.passerelle.platform.once.Intents;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The monthly run of a legal entity. Each person is paid in a transaction of their own: a run that is cut goes on
/// where it stopped, and a run asked for twice pays nobody twice.
@Service
public class Payroll {

    private final Operators operators;
    private final People people;
    private final Planning planning;
    private final Issuing issuing;
    private final Refunds refunds;
    private final Compte compte;
    private final PayslipStore payslips;
    private final RefundStore runs;
    private final Intents intents;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final PayEngine engine;
    private final Clock clock;

    Payroll(
            Operators operators,
            People people,
            Planning planning,
            Issuing issuing,
            Refunds refunds,
            Compte compte,
            PayslipStore payslips,
            RefundStore runs,
            Intents intents,
            PlatformTransactionManager transactions,
            Laws laws,
            Clock clock) {
        this.operators = operators;
        this.people = people;
        this.planning = planning;
        this.issuing = issuing;
        this.refunds = refunds;
        this.compte = compte;
        this.payslips = payslips;
        this.runs = runs;
        this.intents = intents;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.engine = PayEngine.of(laws);
        this.clock = clock;
    }

    /// Pays everybody who can be paid for the month.
    ///
    /// @param payDate day of the transfers
    /// @param intent the caller's id for this act; a replay gives the first run
    /// @throws org.passerelle.platform.once.IntentReused when the intent was for another month or day
    public PayrollRun run(OperatorId operator, Month month, LocalDate payDate, UUID intent) {
        var house = inTransaction(() -> operators.get(operator, month));
        var id = inTransaction(() -> {
            var wish = intents.wish(operator, intent, "payroll", month, payDate);
            if (!wish.isDone()) intents.keep(wish);
            return runs.startRun(
                    operator,
                    month,
                    payDate,
                    intent,
                    clock.instant(),
                    Scopes.current().actor());
        });
        var paid = new ArrayList<IssuedPayslip>();
        var notPaid = new ArrayList<NotPaid>();
        for (Person person : inTransaction(() -> people.all(operator, month))) {
            if (!Planning.onPayroll(person, month)) continue;
            switch (inTransaction(() -> pay(house, person, month, payDate))) {
                case Outcome.Paid(var payslip) -> paid.add(payslip);
                case Outcome.Unpaid(var reason) -> notPaid.add(new NotPaid(person.id(), person.code(), reason));
            }
        }
        return new PayrollRun(id, operator, month, payDate, paid, notPaid);
    }

    /// What the run would come to on that day, for everybody on the payroll of the month; nothing is written.
    public List<PayPreview> preview(OperatorId operator, Month month, LocalDate payDate) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var house = operators.get(operator, month);
            return people.all(operator, month).stream()
                    .filter(person -> Planning.onPayroll(person, month))
                    .map(person -> PayPreview.of(person, planning.plan(house, person, month, payDate)))
                    .toList();
        }));
    }

    /// The same for one person; empty when the contract knows no payslip in that month.
    public Optional<PayPreview> preview(OperatorId operator, PersonId person, Month month, LocalDate payDate) {
        return Objects.requireNonNull(reading.execute(_ -> {
            var who = people.in(month, person);
            if (!Planning.onPayroll(who, month)) return Optional.<PayPreview>empty();
            return Optional.of(PayPreview.of(who, planning.plan(operators.get(operator, month), who, month, payDate)));
        }));
    }

    /// Computes an issued payslip again from what was kept with it, with the law of its day.
    ///
    /// @return whether every figure, line and version is the same
    public boolean agrees(IssuedPayslip payslip) {
        var sheet = payslip.sheet();
        return PaySheet.agrees(sheet, engine.pay(sheet.input(), sheet.before()));
    }

    /// The lines of a sheet with where each comes from: what was frozen of them, computed again.
    public List<PayLine> lines(Sheet sheet) {
        return engine.pay(sheet.input(), sheet.before()).lines();
    }

    private sealed interface Outcome {
        record Paid(IssuedPayslip payslip) implements Outcome {}

        record Unpaid(NotPaid.Reason reason) implements Outcome {}
    }

    private Outcome pay(Operator house, Person person, Month month, LocalDate payDate) {
        int last = payslips.lockSeries(house.id(), month);
        return switch (planning.plan(house, person, month, payDate)) {
            case Plan.Given(var payslip) -> new Outcome.Paid(payslip);
            case Plan.Refused refused -> new Outcome.Unpaid(refused.reason());
            case Plan.Ready(var report, var due, var sheet, var recovered) -> {
                compte.takeFees(house.id(), person.id());
                refunds.make(house.id(), person, month, payDate, due);
                if (sheet == null) yield new Outcome.Unpaid(NotPaid.Reason.NOTHING_TO_PAY);
                yield new Outcome.Paid(issuing.issue(
                        house,
                        person,
                        Issuing.Given.first(
                                month,
                                payDate,
                                sheet,
                                planning.hours(person, report),
                                due.total(),
                                recovered,
                                last + 1)));
            }
        };
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
