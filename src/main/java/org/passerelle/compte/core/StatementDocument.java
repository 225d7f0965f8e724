package org.passerelle.compte.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.DateRange;
import org.passerelle.kernel.Money;
import org.passerelle.kernel.Month;
import org.passerelle.kernel.PostalAddress;

/// The monthly statement of an activity account (PS-60): every movement, and what is left. Written even when nothing
/// moved.
///
/// @param createdAt written into the file; the same document and instant give the same bytes
/// @param opening what was available (disponible) before the first movement
/// @param movements in the order of the book
/// @param available disponible at the end; must be the opening and the movements added up
/// @param reserve réserve at the end
/// @param leave provision for paid leave at the end
/// @param byCategory sums of the month by category, as PS-60 wants them told: collected, fees, expenses, levies, net…
/// @param allInCost (fees + other charges) / collected of the month as printed, or empty (PS-62)
/// @param mentions any further sentences, in order
public record StatementDocument(
        Instant createdAt,
        Operator operator,
        Worker worker,
        Month month,
        LocalDate statementDate,
        Money opening,
        List<Movement> movements,
        Money available,
        Money reserve,
        Money leave,
        List<CategorySum> byCategory,
        String allInCost,
        @Nullable Guarantor guarantor,
        List<String> mentions) {

    public StatementDocument {
        movements = List.copyOf(movements);
        byCategory = List.copyOf(byCategory);
        mentions = List.copyOf(mentions);
        var end = movements.stream().map(Movement::amount).reduce(opening, Money::plus);
        if (!end.equals(available)) {
            throw new IllegalArgumentException("available " + available + " should be " + end);
        }
    }

    /// @param registration `SIRET 123 … – RCS Paris`
    public record Operator(String name, PostalAddress address, String registration) {}

    public record Worker(String code, String name, PostalAddress address) {}

    /// @param category as the reader should read it: `Encaissement`, `Frais de gestion`
    /// @param clause where the contract allows it (PS-62); may be empty
    /// @param amount positive when the account grows
    public record Movement(LocalDate date, String label, String category, String clause, Money amount) {}

    public record CategorySum(String category, Money amount) {}

    /// PS-24, on every paper of a portage company.
    ///
    /// @param address on one line
    /// @param article `article L1254-26 I du code du travail`
    public record Guarantor(
            String name,
            String address,
            String article,
            @Nullable DateRange validity) {}
}
