package org.passerelle.pay;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.law.Law;

/// The calendar of a forfait-jours (L3121-64): how many days of rest a year leaves beside weekends, public holidays,
/// five weeks of leave and the days to be worked.
public final class ForfaitJours {

    /// Leave is acquired by the month in days of a week of six (L3141-3); a forfait counts weeks of five.
    private static final BigDecimal FIVE_SIXTHS_OF_A_YEAR = BigDecimal.TEN;

    private ForfaitJours() {}

    /// Negative when the year is too short for that many days.
    ///
    /// @param daysToWork of the contract, 218 at most by law
    public static int restDays(Law law, int year, int daysToWork) {
        int most = law.number("forfait_jours");
        if (daysToWork < 1 || daysToWork > most) {
            throw new IllegalArgumentException(daysToWork + " days, at most " + most);
        }
        int leave = law.decimal("portage_leave_days")
                .multiply(FIVE_SIXTHS_OF_A_YEAR)
                .intValueExact();
        return workingDays(year) - leave - daysToWork;
    }

    /// Monday to Friday, public holidays left out.
    public static int workingDays(int year) {
        var holidays = publicHolidays(year);
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .filter(day -> !holidays.contains(day))
                .count();
    }

    /// The eleven of L3133-1.
    public static Set<LocalDate> publicHolidays(int year) {
        var easter = easter(year);
        var fixed = Stream.of("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25")
                .map(day -> LocalDate.parse(Year.of(year) + "-" + day));
        var moving = Stream.of(easter.plusDays(1), easter.plusDays(39), easter.plusDays(50));
        return Stream.concat(fixed, moving).collect(Collectors.toUnmodifiableSet());
    }

    /// The Gregorian computus of Meeus, Jones and Butcher.
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int days = h + l - 7 * m + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
