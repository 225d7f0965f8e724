package org.passerelle.banking;

import java.util.List;

/// What a waiting line might be.
///
/// @param candidates the likeliest first, each one a whole way to use the line
/// @param reasons message keys `banking.reason.<code>` that say why nobody decided by itself
public record Proposal(BankLine line, List<Candidate> candidates, List<String> reasons) {

    public Proposal {
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
    }

    public record Candidate(List<Allocation> allocations) {
        public Candidate {
            allocations = List.copyOf(allocations);
        }
    }
}
