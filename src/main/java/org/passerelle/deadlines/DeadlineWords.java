package org.passerelle.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.passerelle.platform.web.Texts;

/// A deadline in words, in the reader's language.
public final class DeadlineWords {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DeadlineWords() {}

    public static String title(Deadline deadline, Texts t) {
        return t.localize(deadline.messageKey(), data(deadline, t));
    }

    public static String why(Deadline deadline, Texts t) {
        return t.localize(deadline.messageKey() + ".why", data(deadline, t));
    }

    public static String missed(Deadline deadline, Texts t) {
        return t.localize(deadline.messageKey() + ".missed", data(deadline, t));
    }

    /// The values that the words name; days as the reader writes them.
    static Map<String, String> data(Deadline deadline, Texts t) {
        var data = new HashMap<String, String>();
        deadline.data().forEach((name, value) -> data.put(name, readable(value, t)));
        return data;
    }

    private static String readable(String value, Texts t) {
        if (!DAY.matcher(value).matches()) return value;
        try {
            return t.longDate(LocalDate.parse(value));
        } catch (DateTimeParseException _) {
            return value; // somebody's words that only look like a day
        }
    }
}
