package org.passerelle.contracts.core;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.contracts.Contract;
import org.passerelle.contracts.PaperKind;
import org.passerelle.kernel.InvalidValue;
import org.passerelle.kernel.Money;

/// What an amendment of a commercial contract says in figures, beside its words.
///
/// @param from the day from which the price applies
/// @param price the new price of a unit of work, or null
/// @param end the new last day of the mission, or null
public record Amendment(
        LocalDate from, @Nullable Money price, @Nullable LocalDate end) {

    private static final String FROM = "paper.change_day";
    private static final String PRICE = "paper.new_price_sum";
    private static final String END = "paper.mission_end_day";

    /// @return null when the paper is none, or says nothing in figures
    public static @Nullable Amendment of(Contract paper) {
        if (paper.kind() != PaperKind.COMMERCIAL_AMENDMENT) return null;
        var from = Longer.day(paper.facts().getOrDefault(FROM, "")).orElse(null);
        var price = sum(paper.facts().getOrDefault(PRICE, ""));
        var end = Longer.day(paper.facts().getOrDefault(END, "")).orElse(null);
        return from == null || price == null && end == null ? null : new Amendment(from, price, end);
    }

    /// A sum typed as `480.00`; null for anything that is no price.
    static @Nullable Money sum(String text) {
        try {
            var sum = Money.of(text);
            return sum.isPositive() ? sum : null;
        } catch (InvalidValue e) {
            return null;
        }
    }
}
