package org.passerelle.pay;

import org.passerelle.kernel.Money;
import org.passerelle.law.Law;

/// What the end of a contract adds to the gross of its last month.
public final class ContractEnd {

    private ContractEnd() {}

    /// Of a fixed-term contract: a share of all gross paid under it (L1243-8, by L1254-18).
    ///
    /// @param grossOfContract all gross since its first day, the end indemnity left out
    public static Money ofFixedTerm(Law law, Money grossOfContract) {
        return grossOfContract.exact().times(law.rate("portage_cdd_end")).roundHalfUp();
    }
}
