package org.passerelle.gatherings;

import java.time.LocalTime;
import org.passerelle.kernel.InvalidValue;

/// When an entity presents itself: each jour ouvré at the same hour of Paris, public holidays out.
///
/// @param open whether visitors may book
/// @param minutes how long, 5 to 240
/// @param seats 1 to 500
/// @param host who presents
/// @param link where it is held; told to who has a seat
public record GatheringRule(boolean open, LocalTime at, int minutes, int seats, String host, String link) {

    /// @throws InvalidValue `gathering.minutes`, `gathering.seats`, `gathering.host`, `gathering.link`
    public GatheringRule {
        if (minutes < 5 || minutes > 240) throw new InvalidValue("gathering.minutes", String.valueOf(minutes));
        if (seats < 1 || seats > 500) throw new InvalidValue("gathering.seats", String.valueOf(seats));
        if (host.isBlank()) throw new InvalidValue("gathering.host", "");
        if (!link.matches("https://[^\\s]{3,300}")) throw new InvalidValue("gathering.link", "");
    }
}
