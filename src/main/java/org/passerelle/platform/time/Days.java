package org.passerelle.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// Legal days are those of Europe/Paris; instants are UTC.
public final class Days {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Days() {}

    /// The day it is in Paris.
    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    /// The day it was in Paris at that instant.
    public static LocalDate of(Instant instant) {
        return instant.atZone(PARIS).toLocalDate();
    }
}
