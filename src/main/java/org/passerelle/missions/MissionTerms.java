package org.passerelle.missions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// What was agreed with the client. What decides about the frame and is not known stays null and is asked for.
///
/// @param title as the invoice names the service
/// @param activity code of the activity catalogue, or of the SAP catalogue (SP-02): `II-5`
/// @param dates first and last day of the mission
/// @param price excl. VAT, for one unit of [#mode]; above zero
/// @param vat rate on the invoice; zero when not liable
/// @param reason why the client turns to portage (PS-07)
/// @param daysPerMonth days of work foreseen in a full month, above 0 up to 31; PS-64 needs it
/// @param goods goods are sold (PS-04)
/// @param regulated a profession with an Order (PS-04)
/// @param atHome done at a private person's home (PS-03)
/// @param dangerousWork one of the works of C. trav. D4154-1 (PS-09)
/// @param replacesStrikers replaces an employee on strike (PS-08)
/// @param orderReference the client's purchase order, printed on the invoice (IN-10)
public record MissionTerms(
        String title,
        String activity,
        DateRange dates,
        PriceMode mode,
        Money price,
        Rate vat,
        @Nullable Purpose purpose,
        @Nullable RecourseReason reason,
        @Nullable Boolean goods,
        @Nullable Boolean regulated,
        @Nullable Boolean atHome,
        @Nullable Boolean dangerousWork,
        @Nullable Boolean replacesStrikers,
        BigDecimal daysPerMonth,
        @Nullable String orderReference) {

    /// Hours in a day of work when a price by the hour is compared with one by the day: 35 hours over five days.
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(7);

    private static final BigDecimal MONTH_DAYS = BigDecimal.valueOf(31);

    public MissionTerms {
        if (title.isBlank()) throw new InvalidValue("title.missing", "");
        if (activity.isBlank()) throw new InvalidValue("activity.missing", "");
        if (!price.isPositive()) throw new InvalidValue("money.positive", price.toString());
        if (vat.compareTo(Rate.ZERO) < 0 || vat.compareTo(Rate.ofPercent("100")) > 0) {
            throw new InvalidValue("rate.range", vat.toString());
        }
        if (daysPerMonth.signum() <= 0 || daysPerMonth.compareTo(MONTH_DAYS) > 0) {
            throw new InvalidValue("days_per_month.range", daysPerMonth.toPlainString());
        }
        daysPerMonth = daysPerMonth.stripTrailingZeros();
    }

    /// Months begun from the first to the last day, counted from date to date: 1 February to 31 January is 12.
    public int months() {
        var period = java.time.Period.between(dates.start(), dates.end().plusDays(1));
        return Math.toIntExact(period.toTotalMonths()) + (period.getDays() > 0 ? 1 : 0);
    }

    /// The price of a day of work, for the rules that compare: an hour's price times seven, or a fixed price spread
    /// over the days foreseen in its months (a part of a month counts by its thirtieths). Rounded down to the cent.
    public Money pricePerDay() {
        return switch (mode) {
            case DAY -> price;
            case HOUR -> price.exact().times(HOURS_PER_DAY).roundDown();
            case FIXED -> Money.of(price.toBigDecimal().divide(daysInAll(), 2, RoundingMode.FLOOR));
        };
    }

    private BigDecimal daysInAll() {
        var period = java.time.Period.between(dates.start(), dates.end().plusDays(1));
        var months = BigDecimal.valueOf(period.toTotalMonths())
                .add(BigDecimal.valueOf(period.getDays()).divide(BigDecimal.valueOf(30), 10, RoundingMode.HALF_UP));
        return daysPerMonth.multiply(months).max(BigDecimal.ONE);
    }

    /// The same terms for another price.
    public MissionTerms at(Money changed) {
        return new MissionTerms(
                title,
                activity,
                dates,
                mode,
                changed,
                vat,
                purpose,
                reason,
                goods,
                regulated,
                atHome,
                dangerousWork,
                replacesStrikers,
                daysPerMonth,
                orderReference);
    }

    /// The same terms over other dates.
    public MissionTerms during(DateRange changed) {
        return new MissionTerms(
                title,
                activity,
                changed,
                mode,
                price,
                vat,
                purpose,
                reason,
                goods,
                regulated,
                atHome,
                dangerousWork,
                replacesStrikers,
                daysPerMonth,
                orderReference);
    }
}
