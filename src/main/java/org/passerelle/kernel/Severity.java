package org.passerelle.kernel;

/// How much a finding weighs (law.md §0.1).
public enum Severity {
    /// It may not be done.
    REFUSE,
    /// It may be done, with open eyes.
    WARN,
    /// Good to know.
    INFO
}
