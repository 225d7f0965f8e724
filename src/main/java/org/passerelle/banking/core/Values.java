package org.passerelle.banking.core;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// Amounts, signs and dates as ISO 20022 writes them.
final class Values {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,11}(\\.[0-9]{1,5})?");
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9:.]{5,18})?(Z|[+-][0-9]{2}:[0-9]{2})?");

    private Values() {}

    /// Amt with CdtDbtInd of the same element: credit positive, debit negative.
    static Money signed(Element element) {
        var amount = amount(element.get("Amt"));
        return isDebit(element.get("CdtDbtInd")) ? amount.negated() : amount;
    }

    static Money amount(Element element) {
        var currency = element.attributes().getOrDefault("Ccy", "");
        if (!currency.equals("EUR")) throw element.error("currency", shown(currency));
        if (!NUMBER.matcher(element.plain()).matches()) throw element.error("amount", shown(element.plain()));
        try {
            return Money.of(new BigDecimal(element.plain()));
        } catch (InvalidValue _) {
            throw element.error("amount", shown(element.plain()));
        }
    }

    static boolean isDebit(Element indicator) {
        return switch (indicator.plain()) {
            case "DBIT" -> true;
            case "CRDT" -> false;
            default -> throw indicator.error("indicator", "CdtDbtInd");
        };
    }

    /// The day of a date or of an instant in the bank's own zone.
    static LocalDate day(Element element) {
        var shape = DATE.matcher(element.plain());
        try {
            if (shape.matches()) {
                var day = LocalDate.parse(shape.group(1));
                if (day.getYear() >= 2000 && day.getYear() < 2100) return day;
            }
        } catch (DateTimeException _) {
            // refused below
        }
        throw element.error("date", shown(element.plain()));
    }

    static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
