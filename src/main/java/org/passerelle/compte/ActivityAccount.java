package org.passerelle.compte;

import java.util.List;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.OperatorId;
import org.passerelle.kernel.PersonId;

/// A worker's account as the book tells it now.
///
/// @param available disponible, after the fee; negative when the minimum was paid before the client paid (SW-07)
/// @param reserve réserve (PS-66), employer charges set aside with it included
/// @param leave provision for paid leave (PS-69), employer charges set aside with it included
/// @param movements of the three, in the order of the book
public record ActivityAccount(
        OperatorId operator,
        PersonId person,
        Money available,
        Money reserve,
        Money leave,
        List<AccountMovement> movements) {

    public ActivityAccount {
        movements = List.copyOf(movements);
    }

    /// Everything that is the worker's.
    public Money total() {
        return available.plus(reserve).plus(leave);
    }

    /// Sum of the movements of a category of the available balance, positive when the account grew.
    public Money sum(Category category) {
        return movements.stream()
                .filter(m -> m.pocket() == Pocket.AVAILABLE && m.category() == category)
                .map(AccountMovement::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
