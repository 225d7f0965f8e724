package org.passerelle.pay;

import org.passerelle.law.Law;

/// A limit on sums paid for prévoyance and health cover: so much of the ceiling and so much of pay, up to a cap.
///
/// @param ofCeiling rate in 10⁻⁷
/// @param ofPay rate in 10⁻⁷
/// @param cap rate in 10⁻⁷ of `capCeilings` ceilings
record CoverLimit(long ofCeiling, long ofPay, long cap, int capCeilings) {

    /// @param name `psc_exempt` (D242-1) or `psc_tax_deduct` (CGI 83 1° quater)
    static CoverLimit of(Law law, String name, int capCeilings) {
        return new CoverLimit(
                Nanos.rate(law.rate(name + "_pass")),
                Nanos.rate(law.rate(name + "_gross")),
                Nanos.rate(law.rate(name + "_cap")),
                capCeilings);
    }

    /// Of one month, in 10⁻⁹ €.
    long of(long ceiling, long pay) {
        return Math.min(
                Nanos.times(ceiling, ofCeiling) + Nanos.times(pay, ofPay), Nanos.times(ceiling * capCeilings, cap));
    }
}
