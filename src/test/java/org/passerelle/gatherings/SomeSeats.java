package org.passerelle.gatherings;

import java.time.LocalTime;
import org.passerelle.kernel.OperatorId;
import org.passerelle.testing.House;

/// Sessions for tests.
public final class SomeSeats {

    private SomeSeats() {}

    /// The entity presents itself, and somebody has a seat in its next session.
    public static Booking booked(Gatherings gatherings, OperatorId operator) {
        return House.in(operator, () -> {
            gatherings.rule(
                    operator,
                    new GatheringRule(true, LocalTime.of(12, 30), 20, 25, "Camille", "https://salle.example.org/a"));
            return seat(gatherings, operator, "visiteur@example.org");
        });
    }

    /// Somebody else has one too.
    public static Booking another(Gatherings gatherings, OperatorId operator) {
        return seat(gatherings, operator, "autre@example.org");
    }

    private static Booking seat(Gatherings gatherings, OperatorId operator, String email) {
        var day = gatherings.next().stream()
                .filter(slot -> slot.operator().equals(operator))
                .findFirst()
                .orElseThrow()
                .day();
        return gatherings.book(operator, day, "Visiteur", email, "192.0.2.99 " + operator);
    }
}
