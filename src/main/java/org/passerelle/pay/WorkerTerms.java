package org.passerelle.pay;

import java.math.BigDecimal;

/// What belongs to the contract of the worker.
///
/// @param cadre pays APEC and has the minimum prévoyance of cadres
/// @param fixedTerm a CDD (CPF-CDD is due)
/// @param hoursPerWeek at most two decimals; 35 is full time
public record WorkerTerms(
        boolean cadre,
        boolean fixedTerm,
        BigDecimal hoursPerWeek,
        HoursBasis hoursBasis,
        Withholding withholding,
        Zone zone) {

    public static final BigDecimal FULL_TIME = BigDecimal.valueOf(35);

    /// A full-time contract of indefinite length, taxed by the neutral table of the mainland.
    public static WorkerTerms fullTime(boolean cadre) {
        return new WorkerTerms(cadre, false, FULL_TIME, HoursBasis.CONTRACT, Withholding.NEUTRAL, Zone.MAINLAND);
    }
}
