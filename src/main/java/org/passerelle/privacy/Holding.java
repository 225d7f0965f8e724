package org.passerelle.privacy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One kind of data about one person: until when it is kept, and why.
///
/// @param until the last day of keeping; null while it is not known because the contract runs, or when nothing keeps it
/// @param article that keeps it, empty when no text does
/// @param erasedAt when it was forgotten, null while it is there
public record Holding(
        Kind kind,
        State state,
        @Nullable LocalDate until,
        String article,
        @Nullable Instant erasedAt) {

    public enum State {
        /// The contract runs: the day is not known yet.
        RUNNING,
        /// A text keeps it until a day.
        KEPT,
        /// Nothing keeps it any more.
        READY,
        /// Nothing would keep it, but a dispute does.
        HELD,
        /// It stays, without the name.
        STAYS,
        ERASED
    }
}
