package org.passerelle.workspace.bureau;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.kernel.Month;
import org.passerelle.platform.web.Texts;
import org.passerelle.workspace.web.DeadlineCard;

/// A month of deadlines: weeks from Monday; on a telephone the days that hold something, one below the other.
public record DeadlineMonth(String title, String previous, String next, String list, boolean empty, List<Day> days) {

    public DeadlineMonth {
        days = List.copyOf(days);
    }

    /// @param number of the month, or empty for a place before its first or after its last day
    public record Day(String number, String name, boolean today, boolean weekend, List<DeadlineCard> cards) {

        public Day {
            cards = List.copyOf(cards);
        }
    }

    static DeadlineMonth of(
            Month month, LocalDate today, Map<LocalDate, List<DeadlineCard>> cards, String base, Texts t) {
        var days = new ArrayList<Day>();
        var first = month.firstDay();
        for (int i = 1; i < first.getDayOfWeek().getValue(); i++) days.add(outside());
        for (var day = first; !day.isAfter(month.lastDay()); day = day.plusDays(1)) {
            days.add(new Day(
                    Integer.toString(day.getDayOfMonth()),
                    t.weekday(day),
                    day.equals(today),
                    day.getDayOfWeek().getValue() > 5,
                    cards.getOrDefault(day, List.of())));
        }
        while (days.size() % 7 != 0) days.add(outside());
        return new DeadlineMonth(
                t.month(month),
                base + "/calendrier?mois=" + month.previous(),
                base + "/calendrier?mois=" + month.next(),
                base,
                cards.isEmpty(),
                days);
    }

    private static Day outside() {
        return new Day("", "", false, false, List.of());
    }
}
