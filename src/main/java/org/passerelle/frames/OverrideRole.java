package org.passerelle.frames;

/// Who may set a refusal aside, with a reason that is stored, where the catalogue says REFUSE* (law.md §0.1).
public enum OverrideRole {
    /// The operator's administrator, who answers for the law in the house.
    ADMINISTRATOR
}
