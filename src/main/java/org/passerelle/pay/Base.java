package org.passerelle.pay;

/// What a rate is applied to; cumulative within the year except the last three.
public enum Base {
    /// Gross subject to contributions.
    GROSS,
    /// Up to the ceiling.
    T1,
    /// From the ceiling to eight ceilings.
    T2,
    UP_TO_4_CEILINGS,
    /// Up to eight ceilings, from the first euro, once pay exceeds the ceilings (CET).
    UP_TO_8_CEILINGS,
    /// Up to the full-time ceiling, whatever the hours (prévoyance of cadres).
    FULL_T1,
    CSG,
    /// Employer shares of prévoyance and health cover.
    EMPLOYER_COVER,
    /// Monthly premium of the health cover.
    PREMIUM,
    /// Sum of pay of the period to which the coefficient of the reduction belongs.
    REDUCTION_PAY;

    private final String id = name().toLowerCase(java.util.Locale.ROOT);

    /// As files name it: `up_to_4_ceilings`.
    public String id() {
        return id;
    }
}
