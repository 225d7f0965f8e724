package org.passerelle.workspace.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.FindingCard;
import org.passerelle.platform.web.Option;

/// The activity report of one month as a calendar, ready to be filled in.
///
/// @param open whether it may still be changed
/// @param stateTone for the badge
/// @param weeks Monday to Sunday; days of other months are empty cells
/// @param extras hours and parts of missions that are not billed by the day; empty when there is none such mission
/// @param fill missions with which the free working days can be filled at once
/// @param wrong sentences about what was typed, each naming its day
public record ReportView(
        String month,
        String monthName,
        boolean open,
        String state,
        String stateTone,
        @Nullable String returnReason,
        List<List<DayCell>> weeks,
        List<ExtraRow> extras,
        List<Option> fill,
        List<Sum> sums,
        List<FindingCard> findings,
        List<String> wrong,
        UUID intent) {

    /// @param date ISO day, or empty for a cell outside the month
    /// @param label `lundi 5 octobre`
    public record DayCell(String date, int number, String label, boolean weekend, Half morning, Half afternoon) {

        static final DayCell OUTSIDE =
                new DayCell("", 0, "", false, new Half("", "", "", List.of()), new Half("", "", "", List.of()));

        public boolean isOutside() {
            return date.isEmpty();
        }
    }

    /// @param name of the field
    /// @param kind of what is chosen, for the colour: `mission`, `leave` …, or empty
    /// @param text what is chosen, for a report that cannot be changed any more
    public record Half(String name, String kind, String text, List<Option> options) {}

    public record ExtraRow(Field day, Field mission, Field quantity) {}

    public record Sum(String label, String days) {}
}
