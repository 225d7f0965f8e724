package org.passerelle.frames;

/// The operator's choice for a client who is a sole trader buying for the business (PS-01).
public enum SoleTraderPolicy {
    ACCEPT_WITH_WARNING,
    REFUSE
}
