package org.passerelle.contracts;

import java.util.List;

/// What a paper says, before it is drawn.
///
/// @param missing mandatory mentions that are not there; nobody may sign while there is one
public record Paper(PaperKind kind, String title, List<Clause> clauses, List<Mention> mentions, List<Missing> missing) {

    public Paper {
        clauses = List.copyOf(clauses);
        mentions = List.copyOf(mentions);
        missing = List.copyOf(missing);
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }
}
