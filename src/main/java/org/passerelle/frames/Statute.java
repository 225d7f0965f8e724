package org.passerelle.frames;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;
import org.passerelle.law.Law;

/// The law of the day, as the rules ask it.
record Statute(Law law) {

    /// The article of a rule as it is cited on that day.
    String article(String code) {
        return law.text("article_" + code);
    }

    BigDecimal number(String code) {
        return law.decimal(code);
    }

    Money money(String code) {
        return law.money(code);
    }

    Rate rate(String code) {
        return law.rate(code);
    }

    boolean covers(String code) {
        return law.covers(code);
    }

    /// First day of the version that stands.
    LocalDate since(String code) {
        return law.since(code);
    }

    /// A number as it is read: no superfluous zeros.
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
