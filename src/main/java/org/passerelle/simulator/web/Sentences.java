package org.passerelle.simulator.web;

import java.util.HashMap;
import org.passerelle.kernel.Money;
import org.passerelle.platform.web.Texts;
import org.passerelle.simulator.core.Mark;

/// What a mark says to the reader: `simulator.mark.<kind>`.
final class Sentences {

    private Sentences() {}

    static String of(Mark mark, Texts t) {
        var data = new HashMap<String, String>();
        mark.data()
                .forEach((name, value) -> data.put(
                        name,
                        value.endsWith(" EUR") ? t.money(Money.of(value.substring(0, value.length() - 4))) : value));
        return t.localize("simulator.mark." + mark.kind().name(), data);
    }
}
