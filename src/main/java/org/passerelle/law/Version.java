package org.passerelle.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One version of a parameter.
///
/// @param from first day on which it stands
/// @param to last day on which it stands, or null while no end is known
/// @param article where it is to be read on these days
/// @param source the text or page from which the value was taken
/// @param note what a reader should know about this version, or empty
public record Version(
        LocalDate from,
        @Nullable LocalDate to,
        Content content,
        String article,
        String source,
        Status status,
        String note) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
