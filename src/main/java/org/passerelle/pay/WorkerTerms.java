package org.passerelle.pay;

import java.math.BigDecimal;

/// What belongs to the contract of the worker.
///
/// @param cadre pays APEC and has the minimum prévoyance of cadres
/// @param fixedTerm a CDD (CPF-CDD is due)
/// @param hoursPerWeek at most two decimals; 35 is full time; not looked at with forfait-jours
/// @param daysPerYear forfait-jours: 1 to 218 and more, or 0 for a contract in hours (L3121-64)
/// @param shortContract at most two months: the neutral withholding table is read after an abatement
public record WorkerTerms(
        boolean cadre,
        boolean fixedTerm,
        BigDecimal hoursPerWeek,
        HoursBasis hoursBasis,
        Withholding withholding,
        Zone zone,
        int daysPerYear,
        boolean shortContract) {

    public WorkerTerms {
        if (daysPerYear < 0 || daysPerYear > 366) throw new IllegalArgumentException("days a year: " + daysPerYear);
    }

    /// A contract in hours of more than two months.
    public WorkerTerms(
            boolean cadre,
            boolean fixedTerm,
            BigDecimal hoursPerWeek,
            HoursBasis hoursBasis,
            Withholding withholding,
            Zone zone) {
        this(cadre, fixedTerm, hoursPerWeek, hoursBasis, withholding, zone, 0, false);
    }

    public static final BigDecimal FULL_TIME = BigDecimal.valueOf(35);

    /// A full-time contract of indefinite length, taxed by the neutral table of the mainland.
    public static WorkerTerms fullTime(boolean cadre) {
        return new WorkerTerms(cadre, false, FULL_TIME, HoursBasis.CONTRACT, Withholding.NEUTRAL, Zone.MAINLAND);
    }
}
