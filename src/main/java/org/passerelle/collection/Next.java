package org.passerelle.collection;

/// The one next action on an overdue invoice.
public enum Next {
    /// Nothing to do today.
    WAIT,
    FRIENDLY,
    FIRM,
    NOTICE,
    /// All was said: to litigation.
    LITIGATION,
    /// A dispute stops everything until it is closed.
    DISPUTE,
    /// It is there already.
    AT_LITIGATION
}
