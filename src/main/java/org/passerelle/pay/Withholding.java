package org.passerelle.pay;

import org.passerelle.kernel.Rate;

/// The rate of the withholding tax (payroll.md 9).
public sealed interface Withholding {

    Withholding NEUTRAL = new Neutral();

    /// The neutral table of the month and zone.
    record Neutral() implements Withholding {}

    /// The rate that the tax office sent.
    record Personal(Rate rate) implements Withholding {}
}
