package org.passerelle.deadlines;

import org.jspecify.annotations.Nullable;

/// A deadline as it stands today.
///
/// @param mark the last word said of it, or null
public record Watched(
        Deadline deadline, Urgency urgency, @Nullable Mark mark) {}
