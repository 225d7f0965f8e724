package org.passerelle.missions;

/// What the price of a mission is for.
public enum PriceMode {
    /// One day of work; half days count half.
    DAY,
    /// One hour of work.
    HOUR,
    /// The whole mission, billed in parts as it is delivered.
    FIXED
}
