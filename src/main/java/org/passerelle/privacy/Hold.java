package org.passerelle.privacy;

import java.time.Instant;

/// A dispute or an inspection that keeps everything about a person until it is lifted.
///
/// @param reason in the words of who placed it
public record Hold(String reason, Instant placedAt) {}
