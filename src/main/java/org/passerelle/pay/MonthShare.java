package org.passerelle.pay;

/// A part of a month: days present over calendar days, or pay due over the pay of a full month.
///
/// @param part from 0 to `whole`
/// @param whole above 0 and at most 31, so that the arithmetic stays exact
public record MonthShare(int part, int whole) {

    public static final MonthShare FULL = new MonthShare(1, 1);

    public MonthShare {
        if (whole <= 0 || whole > 31 || part < 0 || part > whole) {
            throw new IllegalArgumentException("no share of a month: " + part + "/" + whole);
        }
    }

    long of(long sum) {
        return part == whole ? sum : Nanos.divideHalfUp(sum * part, whole);
    }
}
