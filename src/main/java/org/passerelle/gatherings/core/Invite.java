package org.passerelle.gatherings.core;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// A session as a calendar entry (RFC 5545), in UTC, so that every calendar shows it at the right hour.
public final class Invite {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int WIDEST = 74;

    private Invite() {}

    /// @param cancelled takes the entry out of the calendar
    public static byte[] of(
            UUID booking, Instant starts, int minutes, String title, String place, Instant now, boolean cancelled) {
        var lines = new StringBuilder();
        line(lines, "BEGIN:VCALENDAR");
        line(lines, "VERSION:2.0");
        line(lines, "PRODID:-//Passerelle//Gatherings//FR");
        line(lines, "METHOD:" + (cancelled ? "CANCEL" : "PUBLISH"));
        line(lines, "BEGIN:VEVENT");
        line(lines, "UID:" + booking + "@passerelle");
        line(lines, "DTSTAMP:" + UTC.format(now));
        line(lines, "DTSTART:" + UTC.format(starts));
        line(lines, "DTEND:" + UTC.format(starts.plusSeconds(minutes * 60L)));
        line(lines, "SEQUENCE:" + (cancelled ? 1 : 0));
        line(lines, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(lines, "SUMMARY:" + escaped(title));
        line(lines, "LOCATION:" + escaped(place));
        line(lines, "END:VEVENT");
        line(lines, "END:VCALENDAR");
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,");
    }

    /// « Lines of text SHOULD NOT be longer than 75 octets »: folded between characters.
    private static void line(StringBuilder lines, String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            var one = Character.toString(text.codePointAt(i));
            int octets = one.getBytes(StandardCharsets.UTF_8).length;
            if (width + octets > WIDEST) {
                lines.append("\r\n ");
                width = 1;
            }
            lines.append(one);
            width += octets;
        }
        lines.append("\r\n");
    }
}
