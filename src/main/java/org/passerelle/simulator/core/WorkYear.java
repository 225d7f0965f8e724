package org.passerelle.simulator.core;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/// The days of a calendar year that a client can pay for.
///
/// @param weekdays Monday to Friday
/// @param holidays public holidays on weekdays (C. trav. L3133-1, mainland)
/// @param leave days of leave
/// @param away days of training and sickness
/// @param empty weekdays of months without a client
/// @param prospecting days spent finding clients
public record WorkYear(
        int weekdays, int holidays, BigDecimal leave, BigDecimal away, BigDecimal empty, BigDecimal prospecting) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    /// @param leaveWeeks of five days
    /// @param prospectingPerMonth days of each month that has a client
    /// @param emptyMonths months without any client, 0 to 11
    public static WorkYear of(
            int year,
            BigDecimal leaveWeeks,
            BigDecimal trainingDays,
            BigDecimal sickDays,
            BigDecimal prospectingPerMonth,
            BigDecimal emptyMonths) {
        int weekdays = 0;
        int holidays = 0;
        for (var day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (isWeekend(day)) continue;
            weekdays++;
            if (isHoliday(day)) holidays++;
        }
        var leave = leaveWeeks.multiply(BigDecimal.valueOf(5));
        var away = trainingDays.add(sickDays);
        var workable = BigDecimal.valueOf(weekdays - holidays).subtract(leave).subtract(away);
        var empty = workable.max(BigDecimal.ZERO).multiply(emptyMonths).divide(MONTHS, 0, RoundingMode.HALF_UP);
        var prospecting = prospectingPerMonth.multiply(MONTHS.subtract(emptyMonths));
        return new WorkYear(weekdays, holidays, leave, away, empty, prospecting);
    }

    /// Days to invoice, in half days; nothing is left when more is taken than a year has.
    public BigDecimal billable() {
        var days = BigDecimal.valueOf(weekdays - holidays)
                .subtract(leave)
                .subtract(away)
                .subtract(empty)
                .subtract(prospecting);
        return days.max(BigDecimal.ZERO).divide(HALF, 0, RoundingMode.FLOOR).multiply(HALF);
    }

    static boolean isHoliday(LocalDate day) {
        if (FIXED.contains(MonthDay.from(day))) return true;
        var easter = easter(day.getYear());
        return day.equals(easter.plusDays(1)) || day.equals(easter.plusDays(39)) || day.equals(easter.plusDays(50));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
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
