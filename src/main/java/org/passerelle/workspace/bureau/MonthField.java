package org.passerelle.workspace.bureau;

import java.util.ArrayList;
import org.passerelle.kernel.Month;
import org.passerelle.platform.web.Field;
import org.passerelle.platform.web.Option;
import org.passerelle.platform.web.Texts;
import org.passerelle.platform.web.Typed;

/// The month from which something holds.
final class MonthField {

    private static final int MOST = 60;

    private MonthField() {}

    /// To the end of next year; this month is proposed, or the first one when that comes later.
    ///
    /// @param first that may be chosen
    static Field from(Month first, Month today, Typed typed, Texts t) {
        var proposed = first.compareTo(today) > 0 ? first : today;
        var options = new ArrayList<Option>();
        var last = Month.of(proposed.year() + 1, 12);
        for (var month = last; month.compareTo(first) >= 0 && options.size() < MOST; month = month.previous()) {
            options.addFirst(new Option(month.toString(), t.month(month), month.equals(proposed)));
        }
        return typed.back(Field.select("month", t.localize("bureau.edit.from"), options)
                .must()
                .hint(t.localize("bureau.edit.from.hint")));
    }
}
