package org.passerelle.activity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.kernel.ExpenseId;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;
import org.springframework.stereotype.Service;

/// The expenses of the entities in scope.
@Service
public class Expenses {

    /// Claims an expense, in state SUBMITTED.
    ///
    /// @param intent the caller's id for this act; a replay gives the first result
    /// @throws org.passerelle.kernel.InvalidValue when the mission is not the person's
    public Expense claim(Expense expense, UUID intent) {
        throw new UnsupportedOperationException();
    }

    /// Approving what is approved changes nothing.
    public Expense approve(ExpenseId id) {
        throw new UnsupportedOperationException();
    }

    /// Gives the expense back with a reason the worker reads.
    public Expense giveBack(ExpenseId id, String reason) {
        throw new UnsupportedOperationException();
    }

    public Optional<Expense> find(ExpenseId id) {
        throw new UnsupportedOperationException();
    }

    /// @throws java.util.NoSuchElementException when the scope has no such expense
    public Expense get(ExpenseId id) {
        return find(id).orElseThrow();
    }

    public List<Expense> of(PersonId person, Month month) {
        throw new UnsupportedOperationException();
    }

    /// The expenses that wait for the gestionnaire, oldest first.
    public List<Expense> waiting(OperatorId operator) {
        throw new UnsupportedOperationException();
    }

    /// The entity's expenses of a month.
    public List<Expense> all(OperatorId operator, Month month) {
        throw new UnsupportedOperationException();
    }
}
