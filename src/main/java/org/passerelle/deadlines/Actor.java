package org.passerelle.deadlines;

/// Who must act.
public enum Actor {
    FREELANCER,
    GESTIONNAIRE,
    DIRECTOR
}
