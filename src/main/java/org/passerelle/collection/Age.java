package org.passerelle.collection;

/// How long an invoice has been overdue, for the aged balance.
public enum Age {
    NOT_DUE,
    DAYS_1_30,
    DAYS_31_60,
    DAYS_61_90,
    OVER_90;

    public static Age of(int daysLate) {
        if (daysLate <= 0) return NOT_DUE;
        if (daysLate <= 30) return DAYS_1_30;
        if (daysLate <= 60) return DAYS_31_60;
        return daysLate <= 90 ? DAYS_61_90 : OVER_90;
    }
}
