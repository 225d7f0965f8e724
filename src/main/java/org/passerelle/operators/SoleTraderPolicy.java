package org.passerelle.operators;

/// Whether a sole trader who buys for the business may be a client in portage (PS-01).
public enum SoleTraderPolicy {
    ACCEPT_WITH_WARNING,
    REFUSE
}
