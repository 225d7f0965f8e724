package org.passerelle.deadlines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.passerelle.platform.web.Texts;

/// Deadlines as whole-day events of RFC 5545, written by ical4j: escaped, folded, lines ended by CR LF.
final class CalendarFile {

    private static final int WIDEST = 74;

    private CalendarFile() {}

    static byte[] write(String entity, List<Deadline> deadlines, Instant now, Texts t) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Passerelle//Deadlines//FR"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", t.localize("deadline.calendar", entity)));
        for (var deadline : deadlines) calendar.add(event(deadline, now, t));
        var out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folded(out.toString());
    }

    /// « Lines of text SHOULD NOT be longer than 75 octets » (RFC 5545 §3.1). The library counts characters and may
    /// part
    /// a pair that belongs together, so what it folded is joined and folded by octets.
    private static byte[] folded(String text) {
        var out = new ByteArrayOutputStream(text.length() * 2);
        int width = 0;
        var joined = text.replace("\r\n ", "");
        for (int i = 0; i < joined.length(); i += Character.charCount(joined.codePointAt(i))) {
            int point = joined.codePointAt(i);
            var octets = Character.toString(point).getBytes(StandardCharsets.UTF_8);
            if (point != '\r' && point != '\n' && width + octets.length > WIDEST) {
                out.writeBytes(new byte[] {'\r', '\n', ' '});
                width = 1;
            }
            out.writeBytes(octets);
            width = point == '\n' ? 0 : width + octets.length;
        }
        return out.toByteArray();
    }

    private static VEvent event(Deadline deadline, Instant now, Texts t) {
        var event = new VEvent(deadline.due(), DeadlineWords.title(deadline, t));
        event.removeIf(property -> property instanceof DtStamp);
        event.add(new DtStamp(now));
        event.add(new Uid(deadline.id() + "@passerelle"));
        event.add(new Description(
                DeadlineWords.why(deadline, t) + "\n" + DeadlineWords.missed(deadline, t) + "\n" + deadline.article()));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        return event;
    }
}
