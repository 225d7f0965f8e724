package org.passerelle.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.passerelle.kernel.OperatorId;

/// A session that somebody has booked.
public record Session(OperatorId operator, UUID id, LocalDate day, Instant starts, int seats) {}
