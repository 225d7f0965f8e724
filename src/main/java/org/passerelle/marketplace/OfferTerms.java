package org.passerelle.marketplace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.frames.ClientKind;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;
import org.passerelle.marketplace.core.Coordinates;

/// What everybody may read of an offer. It names nobody (S-54).
///
/// @param activity code of the catalogue of activities
/// @param atHome done at a private person's home; null when it was not said
/// @param skills what is wished for, at most twelve
/// @param low least price of a day, excl. VAT
/// @param high highest price of a day, excl. VAT
/// @param city where; a town, never an address
/// @param daysPerMonth days of work in a full month, above 0 up to 31
/// @param months how long, 1 to 60
public record OfferTerms(
        String title,
        String words,
        String activity,
        ClientKind client,
        @Nullable Boolean atHome,
        List<String> skills,
        Money low,
        Money high,
        String city,
        Remote remote,
        BigDecimal daysPerMonth,
        LocalDate start,
        int months) {

    private static final int MOST_SKILLS = 12;
    private static final int MOST_MONTHS = 60;
    private static final int LONGEST = 4000;
    private static final BigDecimal MONTH_DAYS = BigDecimal.valueOf(31);

    /// @throws InvalidValue `title.missing`, `offer.words`, `offer.coordinates` when somebody could be reached by what
    ///     is public, `offer.skills`, `money.positive`, `offer.range`, `days_per_month.range`, `offer.months`
    public OfferTerms {
        skills = List.copyOf(skills);
        if (title.isBlank()) throw new InvalidValue("title.missing", "");
        if (words.isBlank() || words.length() > LONGEST) throw new InvalidValue("offer.words", "");
        for (var text : List.of(title, words, city, String.join(" ", skills))) {
            if (Coordinates.in(text)) throw new InvalidValue("offer.coordinates", "");
        }
        if (skills.size() > MOST_SKILLS) throw new InvalidValue("offer.skills", "");
        if (!low.isPositive()) throw new InvalidValue("money.positive", low.toString());
        if (high.compareTo(low) < 0) throw new InvalidValue("offer.range", high.toString());
        if (daysPerMonth.signum() <= 0 || daysPerMonth.compareTo(MONTH_DAYS) > 0) {
            throw new InvalidValue("days_per_month.range", daysPerMonth.toPlainString());
        }
        if (months < 1 || months > MOST_MONTHS) throw new InvalidValue("offer.months", String.valueOf(months));
    }
}
