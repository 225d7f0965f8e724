package org.passerelle.marketplace;

import java.util.List;
import java.util.Map;

/// One page of what was found.
///
/// @param total how many match, at most [#MOST]
/// @param corrected words that stand in no offer, with what was looked for instead
public record FoundOffers(List<Offer> offers, int total, Map<String, List<String>> corrected) {

    /// The newest that match are put in order; older ones are left out.
    public static final int MOST = 500;

    public FoundOffers {
        offers = List.copyOf(offers);
        corrected = Map.copyOf(corrected);
    }
}
