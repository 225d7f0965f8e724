package org.passerelle.deadlines;

import java.time.Instant;
import java.time.LocalDate;

/// The last word somebody said of a deadline.
///
/// @param day on which it was done, lifted or opened again
/// @param reason why; empty only when it was done
public record Mark(Kind kind, LocalDate day, String reason, String by, Instant at) {

    /// What can be said of a deadline.
    public enum Kind {
        DONE,
        LIFTED,
        REOPENED;

        public boolean isOver() {
            return this != REOPENED;
        }
    }
}
