package org.passerelle.clientspace.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.web.Field;

/// The days of a month on one mission, to approve or to contest.
///
/// @param said what the client said last, or empty
public record DaysView(
        String title,
        String house,
        String who,
        String month,
        List<Day> days,
        String total,
        String said,
        String saidTone,
        Field reason,
        boolean wrong,
        String base,
        String action,
        UUID agree,
        UUID contest) {

    public DaysView {
        days = List.copyOf(days);
    }

    public record Day(String day, String quantity) {}
}
