package org.passerelle.contracts;

import java.util.List;

/// A mandatory mention that the paper does not hold.
///
/// @param facts what must be filled in to have it, by name; empty when the clause itself is not there
public record Missing(Mention mention, List<Fact> facts) {

    public Missing {
        facts = List.copyOf(facts);
    }
}
