package org.passerelle.joining;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is missing, for whom, and when work may start at the earliest.
///
/// @param earliest first lawful day of work if everybody does their part at once; null while a gate is shut
/// @param withinADay whether that day begins within 24 hours: « moins de 24 h », for this person (CA-41)
public record Readiness(List<Gate> gates, @Nullable LocalDate earliest, boolean withinADay) {

    public Readiness {
        gates = List.copyOf(gates);
    }

    /// Those that keep the house from taking the person on.
    public List<Gate> beforeAdmission() {
        return stopping(Gate.Moment.ADMISSION);
    }

    /// Those that keep the person from working: the ones before admission too.
    public List<Gate> beforeStart() {
        return gates.stream()
                .filter(gate -> gate.stops(Gate.Moment.ADMISSION) || gate.stops(Gate.Moment.START))
                .toList();
    }

    public boolean mayStart() {
        return beforeStart().isEmpty();
    }

    private List<Gate> stopping(Gate.Moment moment) {
        return gates.stream().filter(gate -> gate.stops(moment)).toList();
    }
}
