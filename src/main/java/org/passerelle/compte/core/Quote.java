package org.passerelle.compte.core;

import org.passerelle.kernel.Money;

/// What a gross would cost and leave, as the payslip would print it.
///
/// @param cost gross and employer contributions
/// @param net net before tax
public record Quote(Money cost, Money net) {

    public static final Quote NOTHING = new Quote(Money.ZERO, Money.ZERO);

    /// Asks for a gross; a gross of nothing means no payslip and costs nothing.
    @FunctionalInterface
    public interface OfGross {
        Quote of(Money gross);
    }
}
