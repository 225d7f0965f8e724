package org.passerelle.compte.core;

import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// What a month asks of an activity account.
///
/// @param opening disponible before this month's collection
/// @param collected of the month, without VAT
/// @param fee management fee or contribution on it
/// @param expenses professional expenses to refund, without recoverable VAT (PS-68)
/// @param minimumBase base pay that is due whatever was collected: minimum for validated time (PS-64, SW-07), or the
///     fixed part of a CESA (CA-10)
/// @param requestedGross most gross that the worker wishes, or null for all that the account allows
/// @param leaveTaken pay for leave days of the month, inside the gross
/// @param leaveReleased what the leave provision gives back for it, employer charges included
/// @param advance what the operator may advance, or did, and what it took back (SW-07)
/// @param ending the contract ends in this month, or null
public record Claim(
        Money opening,
        Money collected,
        Money fee,
        Money expenses,
        Money minimumBase,
        @Nullable Money requestedGross,
        Money leaveTaken,
        Money leaveReleased,
        Advance advance,
        @Nullable ContractEnding ending) {

    /// A month in which the contract goes on.
    public Claim(
            Money opening,
            Money collected,
            Money fee,
            Money expenses,
            Money minimumBase,
            @Nullable Money requestedGross,
            Money leaveTaken,
            Money leaveReleased) {
        this(
                opening,
                collected,
                fee,
                expenses,
                minimumBase,
                requestedGross,
                leaveTaken,
                leaveReleased,
                Advance.NONE,
                null);
    }

    /// Montant disponible before any pay.
    public Money budget() {
        return opening.plus(collected)
                .minus(fee)
                .minus(expenses)
                .plus(leaveReleased)
                .plus(advance.granted)
                .minus(advance.recovered)
                .plus(reserveReleased());
    }

    /// The same with another advance.
    Claim advancing(Money granted) {
        return new Claim(
                opening,
                collected,
                fee,
                expenses,
                minimumBase,
                requestedGross,
                leaveTaken,
                leaveReleased,
                new Advance(granted, advance.recovered),
                ending);
    }

    /// @param granted by this month's pay: in what is asked the most that may be, in what was decided what is
    /// @param recovered from this month's collection
    public record Advance(Money granted, Money recovered) {

        public static final Advance NONE = new Advance(Money.ZERO, Money.ZERO);
    }

    /// What the reserve gives back (PS-66).
    public Money reserveReleased() {
        return ending == null ? Money.ZERO : ending.reserveReleased();
    }

    /// The indemnity that ends a fixed-term contract, when the month pays that much besides it (PS-51).
    public Money endIndemnity(Money pay) {
        return ending == null ? Money.ZERO : ending.onTopOf(pay);
    }
}
