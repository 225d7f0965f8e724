package org.passerelle.deadlines;

import java.time.LocalDate;

/// A date that was told, by a person or by another module.
///
/// @param day the day it happened, or will
public record Fact(FactKind kind, Subject subject, LocalDate day) {

    public Fact {
        if (subject.kind() != kind.about()) throw new IllegalArgumentException(kind + " of a " + subject.kind());
    }
}
