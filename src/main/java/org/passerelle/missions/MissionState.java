package org.passerelle.missions;

/// Where a mission stands.
public enum MissionState {
    /// Lawful in the entity's frame, or allowed by a recorded override: work may be reported.
    AGREED,
    /// Unlawful in the entity's frame; kept with its findings.
    REFUSED,
    /// Something that decides is not known yet.
    UNDECIDED,
    /// Over; what was worked stays to be paid (PS-52).
    ENDED
}
