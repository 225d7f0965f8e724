package org.passerelle.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/// A calendar month, the rhythm of pay. Printed and read as `2026-10`.
public record Month(YearMonth value) implements Comparable<Month> {

    public static Month of(int year, int month) {
        return new Month(YearMonth.of(year, month));
    }

    /// @throws InvalidValue `month.format` when the text is not `YYYY-MM`
    public static Month of(String text) {
        try {
            return new Month(YearMonth.parse(text.strip()));
        } catch (DateTimeException e) {
            throw new InvalidValue("month.format", text);
        }
    }

    public static Month containing(LocalDate day) {
        return new Month(YearMonth.from(day));
    }

    public LocalDate firstDay() {
        return value.atDay(1);
    }

    public LocalDate lastDay() {
        return value.atEndOfMonth();
    }

    public int year() {
        return value.getYear();
    }

    public Month next() {
        return new Month(value.plusMonths(1));
    }

    public Month previous() {
        return new Month(value.minusMonths(1));
    }

    public boolean contains(LocalDate day) {
        return YearMonth.from(day).equals(value);
    }

    public DateRange days() {
        return new DateRange(firstDay(), lastDay());
    }

    @Override
    public int compareTo(Month other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
