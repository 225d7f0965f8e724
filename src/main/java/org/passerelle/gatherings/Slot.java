package org.passerelle.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import org.passerelle.kernel.OperatorId;

/// One session that may be booked.
///
/// @param free seats left; 0: one waits
public record Slot(
        OperatorId operator, String house, LocalDate day, Instant starts, int minutes, String host, int free) {

    /// How a form names it: entity and day.
    public String key() {
        return operator + "_" + day;
    }
}
