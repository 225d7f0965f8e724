package org.passerelle.deadlines;

/// What passing the day means.
public enum Nature {
    /// Something must be done; it stays late until somebody says that it was.
    DUTY,
    /// The day changes what is possible: a chance ends, a silence means yes. It passes by itself.
    MILESTONE
}
