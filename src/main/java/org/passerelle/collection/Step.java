package org.passerelle.collection;

/// The tone of a reminder, in its order.
public enum Step {
    FRIENDLY,
    FIRM,
    /// Mise en demeure.
    NOTICE
}
