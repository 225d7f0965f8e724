package org.passerelle.contracts;

import java.util.List;

/// A clause of a paper, with its blanks filled.
///
/// @param carries ids of the mentions that it holds
public record Clause(String heading, String text, List<String> carries) {

    public Clause {
        carries = List.copyOf(carries);
    }
}
