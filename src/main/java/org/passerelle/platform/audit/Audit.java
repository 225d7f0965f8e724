package org.passerelle.platform.audit;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Asks every invariant.
@Service
public class Audit {

    /// @param breaches empty when it holds
    public record Result(String id, String says, List<Breach> breaches) {}

    private final ObjectProvider<Invariant> invariants;

    Audit(ObjectProvider<Invariant> invariants) {
        this.invariants = invariants;
    }

    public List<Result> check() {
        return invariants.stream()
                .sorted(Comparator.comparingInt(
                        invariant -> Integer.parseInt(invariant.id().substring(2))))
                .map(invariant -> new Result(invariant.id(), invariant.says(), check(invariant)))
                .toList();
    }

    /// One that cannot be asked does not hold.
    private static List<Breach> check(Invariant invariant) {
        try {
            return invariant.check();
        } catch (RuntimeException e) {
            return List.of(new Breach("-", "-", "could not be checked: " + e.getMessage()));
        }
    }
}
