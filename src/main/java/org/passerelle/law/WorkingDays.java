package org.passerelle.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.function.Predicate;

/// Kinds of days and how delays run over them (CAL-01). The weekly rest is Sunday, public holidays are not worked.
public final class WorkingDays {

    // The eleven of C. trav. L3133-1; Easter Monday, Ascension and Whit Monday move with Easter.
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 8),
            MonthDay.of(7, 14),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));
    private static final Set<Integer> AFTER_EASTER = Set.of(1, 39, 50);
    private static final MonthDay SAINT_STEPHEN = MonthDay.of(12, 26);
    private static final int GOOD_FRIDAY = -2;

    private final Territory territory;

    private WorkingDays(Territory territory) {
        this.territory = territory;
    }

    public static WorkingDays in(Territory territory) {
        return new WorkingDays(territory);
    }

    public boolean isHoliday(LocalDate day) {
        int fromEaster = (int) (day.toEpochDay() - easter(day.getYear()).toEpochDay());
        if (FIXED.contains(MonthDay.from(day)) || AFTER_EASTER.contains(fromEaster)) return true;
        return territory == Territory.ALSACE_MOSELLE
                && (fromEaster == GOOD_FRIDAY || MonthDay.from(day).equals(SAINT_STEPHEN));
    }

    /// « Jour ouvrable »: Monday to Saturday, no public holiday.
    public boolean isOuvrable(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /// « Jour ouvré »: Monday to Friday, no public holiday.
    public boolean isOuvre(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && isOuvrable(day);
    }

    /// Last of so many jours ouvrables, counted from the day after.
    public LocalDate plusOuvrables(LocalDate day, int count) {
        return plus(day, count, this::isOuvrable);
    }

    /// Last of so many jours ouvrés, counted from the day after.
    public LocalDate plusOuvres(LocalDate day, int count) {
        return plus(day, count, this::isOuvre);
    }

    /// The latest day that leaves so many whole jours ouvrables before the given one.
    public LocalDate minusOuvrables(LocalDate day, int count) {
        var found = day;
        for (int left = count; left > 0; ) {
            found = found.minusDays(1);
            if (isOuvrable(found)) left--;
        }
        return found;
    }

    /// « Jours francs »: neither the first nor the last day counts; the first day after them.
    public static LocalDate afterFullDays(LocalDate day, int count) {
        return day.plusDays(count + 1L);
    }

    private static LocalDate plus(LocalDate day, int count, Predicate<LocalDate> counts) {
        if (count < 0) throw new IllegalArgumentException("a delay of " + count + " days");
        var found = day;
        for (int left = count; left > 0; ) {
            found = found.plusDays(1);
            if (counts.test(found)) left--;
        }
        return found;
    }

    /// Easter Sunday of the Gregorian calendar (Butcher's rule).
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        return LocalDate.of(year, month, (h + l - 7 * m + 114) % 31 + 1);
    }
}
