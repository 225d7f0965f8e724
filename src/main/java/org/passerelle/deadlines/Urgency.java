package org.passerelle.deadlines;

/// How close a deadline is, the most urgent first.
public enum Urgency {
    /// A duty whose day has passed.
    LATE,
    /// Within a week, today included.
    WEEK,
    /// Its first alert has come.
    WATCHED,
    /// Later.
    AHEAD,
    /// Done, lifted, or a day that passed by itself.
    OVER
}
