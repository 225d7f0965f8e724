package org.passerelle.platform.db;

import java.util.Set;
import java.util.TreeSet;
import org.passerelle.kernel.OperatorId;

/// On whose behalf a piece of work is done, and which operators it may see. Row-level security reads it (S-12).
/// @param operators empty: no business row is visible
/// @param actor a user's id, `system`, or the name of a job; it goes into the trail
public record Scope(Set<OperatorId> operators, String actor) {

    /// Sees nothing: the scope of whoever is not signed in.
    public static final Scope NONE = new Scope(Set.of(), "");

    public Scope {
        operators = Set.copyOf(operators);
    }

    public static Scope of(String actor, OperatorId... operators) {
        return new Scope(Set.of(operators), actor);
    }

    /// Work of the house itself: a job, the command line, the loading of the example.
    public static Scope system(OperatorId... operators) {
        return of("system", operators);
    }

    /// As `passerelle.operators` has it: ids separated by commas, always in the same order.
    String setting() {
        var ids = new TreeSet<String>();
        operators.forEach(operator -> ids.add(operator.toString()));
        return String.join(",", ids);
    }
}
