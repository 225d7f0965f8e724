package org.passerelle.kernel;

import java.time.LocalDate;
import java.util.stream.Stream;

/// A span of days, both ends included.
public record DateRange(LocalDate start, LocalDate end) {

    public DateRange {
        if (end.isBefore(start)) throw new InvalidValue("range.order", start + " – " + end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean overlaps(DateRange other) {
        return !end.isBefore(other.start) && !other.end.isBefore(start);
    }

    public Stream<LocalDate> days() {
        return start.datesUntil(end.plusDays(1));
    }
}
