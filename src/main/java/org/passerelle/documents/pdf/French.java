package org.passerelle.documents.pdf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PostalAddress;
import org.passerelle.kernel.Rate;

/// Figures and days as French papers print them: `−1 234,56 €` with a narrow no-break space between thousands, a
/// no-break space before the unit and a true minus.
public final class French {

    private static final char THOUSANDS = '\u202F';
    private static final char BEFORE_UNIT = '\u00A0';
    private static final char MINUS = '\u2212';
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private French() {}

    /// With the euro sign.
    public static String money(Money money) {
        return figure(money) + BEFORE_UNIT + "€";
    }

    /// Without the sign, for columns whose heading says euros.
    public static String figure(Money money) {
        return decimal(money.toBigDecimal(), 2);
    }

    /// @param leastDecimals decimals that are shown even when zero; more are shown when they are not
    public static String decimal(BigDecimal value, int leastDecimals) {
        var plain = value.stripTrailingZeros();
        if (plain.scale() < leastDecimals) plain = plain.setScale(leastDecimals);
        var digits = plain.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        var text = new StringBuilder(digits.length() + 8);
        if (plain.signum() < 0) text.append(MINUS);
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) text.append(THOUSANDS);
            text.append(digits.charAt(i));
        }
        if (point >= 0) text.append(',').append(digits, point + 1, digits.length());
        return text.toString();
    }

    public static String percent(Rate rate) {
        return decimal(rate.percent(), 0) + BEFORE_UNIT + "%";
    }

    /// `31/10/2026`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `31 octobre 2026`.
    public static String longDay(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" + LONG_DAY.format(day).substring(1) : LONG_DAY.format(day);
    }

    /// `octobre 2026`.
    public static String month(Month month) {
        return MONTH.format(month.value());
    }

    /// `de mai 2026`, `d’octobre 2026`.
    public static String ofMonth(Month month) {
        var name = month(month);
        return (name.startsWith("a") || name.startsWith("o") ? "d’" : "de ") + name;
    }

    /// `du 01/10/2026 au 31/10/2026`.
    public static String days(DateRange range) {
        return "du " + day(range.start()) + " au " + day(range.end());
    }

    /// By threes, as a SIREN or SIRET is read: `123 456 789 00012`.
    public static String registration(String digits) {
        var out = new StringBuilder(digits.length() + 3);
        for (int i = 0; i < digits.length(); i++) {
            if (i == 3 || i == 6 || i == 9) out.append(BEFORE_UNIT);
            out.append(digits.charAt(i));
        }
        return out.toString();
    }

    /// As on an envelope, the country only when it is not France.
    public static String address(PostalAddress address) {
        var out = new StringBuilder(address.line1());
        if (!address.line2().isBlank()) out.append('\n').append(address.line2());
        out.append('\n').append(address.postcode()).append(' ').append(address.city());
        if (!address.country().equals("FR"))
            out.append(" (").append(address.country()).append(')');
        return out.toString();
    }
}
