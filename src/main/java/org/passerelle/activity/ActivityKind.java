package org.passerelle.activity;

/// What a day was spent on (PS-70).
public enum ActivityKind {
    MISSION,
    PROSPECTING,
    TRAINING,
    LEAVE,
    SICKNESS;

    /// Whether pay for declared time counts it (PS-64).
    public boolean isWork() {
        return this == MISSION || this == PROSPECTING || this == TRAINING;
    }
}
