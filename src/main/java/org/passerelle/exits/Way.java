package org.passerelle.exits;

import org.passerelle.people.ContractKind;

/// How a contract ends.
public enum Way {
    /// The worker leaves (UN-03).
    RESIGNATION,
    /// Within the trial period, by the entity (PS-49, PS-50, CA-04).
    TRIAL_BY_ENTITY,
    /// Within the trial period, by the worker.
    TRIAL_BY_WORKER,
    /// A fixed-term contract reaches its end (PS-51).
    TERM,
    /// Both agree (UN-04).
    AGREED,
    /// A CESA whose holder did not become an associate (CA-03).
    BY_LAW;

    /// Whether a contract of this kind can end that way.
    public boolean suits(ContractKind kind) {
        return switch (kind) {
            case CDI -> this != TERM && this != BY_LAW;
            case CDD -> this == TERM || this == TRIAL_BY_ENTITY || this == TRIAL_BY_WORKER;
            case CESA -> this != TERM;
            case CAPE, MANDATE -> false;
        };
    }
}
