package org.passerelle.payroll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.PaymentRequest;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.ledger.Ledger;
import org.passerelle.payroll.core.PayPostings;
import org.passerelle.payroll.core.Refund;
import org.passerelle.payroll.store.RefundStore;
import org.passerelle.people.Person;
import org.springframework.stereotype.Component;

/// Pays approved expenses back, each once (PS-68). Joins the caller's transaction.
@Component
class Refunds {

    private final Expenses expenses;
    private final RefundStore store;
    private final Ledger ledger;
    private final PaymentOrders orders;
    private final Clock clock;

    Refunds(Expenses expenses, RefundStore store, Ledger ledger, PaymentOrders orders, Clock clock) {
        this.expenses = expenses;
        this.store = store;
        this.ledger = ledger;
        this.orders = orders;
        this.clock = clock;
    }

    /// @return what the person gets back in this month's run, VAT included, earlier refunds of the month among it
    Money make(OperatorId operator, Person person, Month month, LocalDate payDate) {
        var approved = expenses.of(person.id(), month).stream()
                .filter(expense -> expense.state() == ExpenseState.APPROVED)
                .toList();
        var done = store.refunded(operator, approved.stream().map(Expense::id).toList());
        var open = approved.stream()
                .filter(expense -> !done.contains(expense.id()))
                .toList();
        if (!open.isEmpty()) write(operator, person, month, payDate, open);
        return store.refunded(operator, person.id(), month);
    }

    private void write(
            OperatorId operator, Person person, Month month, LocalDate payDate, java.util.List<Expense> open) {
        var id = UUID.randomUUID();
        var unnumbered = new Refund(id, "FRA", open);
        int position = store.insert(
                id,
                operator,
                person.id(),
                month,
                unnumbered.cost(),
                unnumbered.vat(),
                clock.instant(),
                open.stream().map(Expense::id).toList());
        var refund = new Refund(id, "FRA-" + month + "-" + person.code() + "-" + position, open);
        ledger.post(PayPostings.expenses(refund, operator, person, month.lastDay()));
        if (!refund.cost().isZero()) {
            ledger.post(PayPostings.expensesOnAccount(refund, operator, person, payDate));
        }
        orders.prepare(new PaymentRequest(
                operator,
                PaymentKind.EXPENSES,
                refund.source(),
                refund.reference(),
                person.id(),
                PayPostings.EXPENSES_DUE,
                person.code(),
                person.name(),
                person.iban(),
                refund.total(),
                payDate,
                "Frais " + month));
    }
}
