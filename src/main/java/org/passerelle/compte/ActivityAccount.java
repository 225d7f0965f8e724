package org.passerelle.compte;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A worker's account as the book tells it now.
///
/// @param available disponible, after the fee; negative when the minimum was paid before the client paid (SW-07)
/// @param reserve réserve (PS-66), employer charges set aside with it included
/// @param leave provision for paid leave (PS-69), employer charges set aside with it included
/// @param advance what the operator advanced on invoices not collected yet (SW-07): zero or negative
/// @param movements of the four, in the order of the book
public record ActivityAccount(
        OperatorId operator,
        PersonId person,
        Money available,
        Money reserve,
        Money leave,
        Money advance,
        List<AccountMovement> movements) {

    public ActivityAccount {
        movements = List.copyOf(movements);
    }

    /// The account as these movements will leave it: what is about to be posted, counted before it is.
    public ActivityAccount with(List<AccountMovement> coming) {
        if (coming.isEmpty()) return this;
        var all = new ArrayList<>(movements);
        all.addAll(coming);
        all.sort(Comparator.comparing(AccountMovement::date));
        return new ActivityAccount(
                operator,
                person,
                available.plus(sum(coming, Pocket.AVAILABLE)),
                reserve.plus(sum(coming, Pocket.RESERVE)),
                leave.plus(sum(coming, Pocket.LEAVE)),
                advance.plus(sum(coming, Pocket.ADVANCE)),
                all);
    }

    private static Money sum(List<AccountMovement> movements, Pocket pocket) {
        return movements.stream()
                .filter(m -> m.pocket() == pocket)
                .map(AccountMovement::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /// Everything that is the worker's, less what was advanced.
    public Money total() {
        return available.plus(reserve).plus(leave).plus(advance);
    }

    /// Sum of the movements of a category of the available balance, positive when the account grew.
    public Money sum(Category category) {
        return movements.stream()
                .filter(m -> m.pocket() == Pocket.AVAILABLE && m.category() == category)
                .map(AccountMovement::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
