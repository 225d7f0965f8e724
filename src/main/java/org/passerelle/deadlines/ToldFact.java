package org.passerelle.deadlines;

import java.time.Instant;
import java.util.UUID;

/// A fact as it stands in the house.
///
/// @param by a user's id, or the name of who told it
public record ToldFact(UUID id, Fact fact, String by, Instant at) {}
