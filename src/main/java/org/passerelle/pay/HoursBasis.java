package org.passerelle.pay;

/// How the minimum wage in the formula of the reduction follows the hours (payroll.md 6.4, 6.5).
public enum HoursBasis {
    /// Hours of the contract over the legal week.
    CONTRACT,
    /// Pay not tied to hours (CESA): as many hours as the pay buys at the minimum wage, a full month at most.
    EQUIVALENT
}
