package org.passerelle.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.kernel.Money;

/// What may be claimed for an overdue invoice.
///
/// @param penalties until [#through]; zero for a private individual (CO-10)
/// @param through the last day whose rate is known; null when penalties are not figured at all
/// @param complete whether every day until today is in
/// @param fee the flat indemnity of D441-5; zero for a private individual
public record Claim(Money open, Money penalties, @Nullable LocalDate through, boolean complete, Money fee) {

    public Money total() {
        return open.plus(penalties).plus(fee);
    }
}
