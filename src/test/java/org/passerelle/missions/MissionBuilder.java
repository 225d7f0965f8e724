package org.passerelle.missions;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.Purpose;
import org.passerelle.frames.RecourseReason;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Rate;

/// Terms of which the test says only what matters: `aMission().at(dailyRate("450"))`.
public final class MissionBuilder {

    /// What one unit costs.
    public record Price(PriceMode mode, Money amount) {}

    private String title = "Accompagnement d'une équipe";
    private @Nullable String order;
    private String activity = "coach-agile";
    private DateRange dates = new DateRange(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));
    private Price price = dailyRate("450");
    private Rate vat = Rate.ofPercent("20");
    private @Nullable Purpose purpose = Purpose.BUSINESS;
    private @Nullable RecourseReason reason = RecourseReason.MISSING_EXPERTISE;
    private @Nullable Boolean goods = false;
    private @Nullable Boolean regulated = false;
    private @Nullable Boolean atHome = false;
    private @Nullable Boolean dangerous = false;
    private @Nullable Boolean strikers = false;
    private BigDecimal daysPerMonth = BigDecimal.valueOf(18);

    private MissionBuilder() {}

    public static MissionBuilder aMission() {
        return new MissionBuilder();
    }

    public static Price dailyRate(String euros) {
        return new Price(PriceMode.DAY, Money.of(euros));
    }

    public static Price hourlyRate(String euros) {
        return new Price(PriceMode.HOUR, Money.of(euros));
    }

    public static Price fixedPrice(String euros) {
        return new Price(PriceMode.FIXED, Money.of(euros));
    }

    public MissionBuilder at(Price price) {
        this.price = price;
        return this;
    }

    public MissionBuilder titled(String title) {
        this.title = title;
        return this;
    }

    public MissionBuilder orderedAs(String reference) {
        this.order = reference;
        return this;
    }

    public MissionBuilder of(String activity) {
        this.activity = activity;
        return this;
    }

    public MissionBuilder from(String start, String end) {
        this.dates = new DateRange(LocalDate.parse(start), LocalDate.parse(end));
        return this;
    }

    public MissionBuilder daysAMonth(int days) {
        this.daysPerMonth = BigDecimal.valueOf(days);
        return this;
    }

    public MissionBuilder forPrivateUse() {
        this.purpose = Purpose.PRIVATE;
        this.reason = null;
        return this;
    }

    public MissionBuilder because(@Nullable RecourseReason reason) {
        this.reason = reason;
        return this;
    }

    public MissionBuilder sellingGoods() {
        this.goods = true;
        return this;
    }

    public MissionBuilder onDangerousWork() {
        this.dangerous = true;
        return this;
    }

    public MissionBuilder replacingStrikers() {
        this.strikers = true;
        return this;
    }

    public MissionTerms build() {
        return new MissionTerms(
                title,
                activity,
                dates,
                price.mode(),
                price.amount(),
                vat,
                purpose,
                reason,
                goods,
                regulated,
                atHome,
                dangerous,
                strikers,
                daysPerMonth,
                order);
    }
}
