package org.passerelle.payroll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.activity.Expense;
import org.passerelle.activity.ExpenseState;
import org.passerelle.activity.Expenses;
import org.passerelle.banking.PaymentKind;
import org.passerelle.banking.PaymentOrders;
import org.passerelle.banking.PaymentRequest;
import org.passerelle.compte.AccountMovement;
import org.passerelle.compte.Category;
import org.passerelle.compte.Pocket;
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

    /// What this month's run has still to pay back, and what earlier runs of the month did.
    Due due(OperatorId operator, Person person, Month month) {
        var approved = expenses.of(person.id(), month).stream()
                .filter(expense -> expense.state() == ExpenseState.APPROVED)
                .toList();
        var done = store.refunded(operator, approved.stream().map(Expense::id).toList());
        var open = approved.stream()
                .filter(expense -> !done.contains(expense.id()))
                .toList();
        return new Due(open, store.refunded(operator, person.id(), month));
    }

    /// Pays back what is due.
    void make(OperatorId operator, Person person, Month month, LocalDate payDate, Due due) {
        if (!due.open.isEmpty()) write(operator, person, month, payDate, due.open);
    }

    /// @param open approved and not paid back yet
    /// @param before paid back by earlier runs of the month, VAT included
    record Due(List<Expense> open, Money before) {

        /// What the person gets back in the month, VAT included.
        Money total() {
            return open.stream().map(e -> e.net().plus(e.vat())).reduce(before, Money::plus);
        }

        /// What the activity account will bear on the day of the transfers.
        List<AccountMovement> movements(LocalDate payDate) {
            var cost = open.stream().map(Expense::net).reduce(Money.ZERO, Money::plus);
            if (cost.isZero()) return List.of();
            return List.of(new AccountMovement(
                    payDate, Pocket.AVAILABLE, Category.FRAIS_PRO, "", null, cost.negated(), "", "refund"));
        }
    }

    private void write(OperatorId operator, Person person, Month month, LocalDate payDate, List<Expense> open) {
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
