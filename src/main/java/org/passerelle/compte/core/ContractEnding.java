package org.passerelle.compte.core;

import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What the end of a contract adds to its last month.
///
/// @param indemnity of a fixed-term contract, on all gross paid under it (L1243-8); zero for any other
/// @param grossBefore all gross paid under the contract before this month
/// @param reserveReleased what was set aside and comes back to the account now (PS-66), employer charges included
public record ContractEnding(Rate indemnity, Money grossBefore, Money reserveReleased) {

    /// The indemnity when the last month pays that much besides it.
    public Money onTopOf(Money pay) {
        return grossBefore.plus(pay).exact().times(indemnity).roundHalfUp();
    }
}
