package org.passerelle.operators;

import org.passerelle.frames.AssociationPolicy;
import org.passerelle.frames.SoleTraderPolicy;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What the law leaves to the operator (SW-06). [#cautious] is the starting point.
///
/// @param peRequireSiren a mandate only with people who have a SIREN of their own (PE-02)
/// @param startBeforeSignature a mission may start before its commercial contract is signed (PS-55)
/// @param payBeforeCollection more than the minimum may be paid before the client has paid (SW-07): an advance of the
///     operator on invoices that are issued and not overdue, taken back from what is collected
/// @param reserveLoad employer charges set aside with each euro of reserve, as a share of it (PS-66): 0 to 48 %
/// @param advanceCap the most that one worker may owe of such advances, zero or more; zero advances nothing
public record Policies(
        SoleTraderPolicy soleTrader,
        AssociationPolicy association,
        boolean peRequireSiren,
        boolean startBeforeSignature,
        LegalReferences invoiceLegalReferences,
        MinimumComposition minimumComposition,
        LeavePolicy leave,
        Rate reserveLoad,
        boolean payBeforeCollection,
        Money advanceCap) {

    public Policies {
        if (reserveLoad.compareTo(Rate.ZERO) < 0 || reserveLoad.compareTo(Rate.ofPercent("100")) > 0) {
            throw new InvalidValue("rate.range", reserveLoad.toString());
        }
        if (advanceCap.isNegative()) throw new InvalidValue("money.positive", advanceCap.toString());
    }

    public static Policies cautious() {
        return new Policies(
                SoleTraderPolicy.ACCEPT_WITH_WARNING,
                AssociationPolicy.STATUTORY_3Y,
                true,
                false,
                LegalReferences.CIBS,
                MinimumComposition.ALL,
                LeavePolicy.PROVISION,
                Rate.ZERO,
                false,
                Money.ZERO);
    }

    /// The same, with another word on work before signature (PS-55).
    public Policies startingBeforeSignature(boolean allowed) {
        return new Policies(
                soleTrader,
                association,
                peRequireSiren,
                allowed,
                invoiceLegalReferences,
                minimumComposition,
                leave,
                reserveLoad,
                payBeforeCollection,
                advanceCap);
    }
}
