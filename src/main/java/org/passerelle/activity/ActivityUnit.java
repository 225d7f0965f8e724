package org.passerelle.activity;

/// What the quantity of a reported line counts.
public enum ActivityUnit {
    /// Half days and days: 0.5 or 1.
    DAY,
    /// Hours of a mission billed by the hour, by quarters.
    HOUR,
    /// Part of a fixed price delivered that day, above 0 up to 1; says nothing about working time.
    PART
}
