package org.passerelle.banking.core;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// The days on which banks of the euro area settle (T2): not Saturdays and Sundays, not 1 January, Good
/// Friday, Easter Monday, 1 May, 25 and 26 December.
public final class TargetDays {

    private static final Set<MonthDay> CLOSED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private TargetDays() {}

    public static boolean isOpen(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) return false;
        if (CLOSED.contains(MonthDay.from(day))) return false;
        var easter = easter(day.getYear());
        return !day.equals(easter.minusDays(2)) && !day.equals(easter.plusDays(1));
    }

    /// The day itself or the next open one.
    public static LocalDate onOrAfter(LocalDate day) {
        var open = day;
        while (!isOpen(open)) open = open.plusDays(1);
        return open;
    }

    // Gauss's rule for the Gregorian calendar, in the anonymous form of 1876.
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
